import { describeByKeyboard } from '../specs/by-keyboard.ts';
import { startFirefox } from '../support/firefox.ts';

describeByKeyboard(startFirefox);

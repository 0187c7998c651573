import { describeByKeyboard } from '../specs/by-keyboard.ts';
import { startChromium } from '../support/chromium.ts';

describeByKeyboard(startChromium);

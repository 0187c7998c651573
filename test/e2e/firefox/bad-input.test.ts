import { describeBadInput } from '../specs/bad-input.ts';
import { startFirefox } from '../support/firefox.ts';

describeBadInput(startFirefox);

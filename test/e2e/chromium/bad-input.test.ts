import { describeBadInput } from '../specs/bad-input.ts';
import { startChromium } from '../support/chromium.ts';

describeBadInput(startChromium);

import { describeFrameworks } from '../specs/frameworks.ts';
import { startChromium } from '../support/chromium.ts';

describeFrameworks(startChromium);

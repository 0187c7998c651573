import { describeAgainstMarks } from '../specs/against-marks.ts';
import { startChromium } from '../support/chromium.ts';

describeAgainstMarks(startChromium);

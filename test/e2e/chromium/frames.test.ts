import { describeFrames } from '../specs/frames.ts';
import { startChromium } from '../support/chromium.ts';

describeFrames(startChromium);

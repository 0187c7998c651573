import { describeFrames } from '../specs/frames.ts';
import { startFirefox } from '../support/firefox.ts';

describeFrames(startFirefox);

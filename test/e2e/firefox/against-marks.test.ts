import { describeAgainstMarks } from '../specs/against-marks.ts';
import { startFirefox } from '../support/firefox.ts';

describeAgainstMarks(startFirefox);

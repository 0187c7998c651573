import { describeComingBack } from '../specs/coming-back.ts';
import { startFirefox } from '../support/firefox.ts';

describeComingBack(startFirefox);

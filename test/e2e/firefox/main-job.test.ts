import { describeMainJob } from '../specs/main-job.ts';
import { startFirefox } from '../support/firefox.ts';

describeMainJob(startFirefox);

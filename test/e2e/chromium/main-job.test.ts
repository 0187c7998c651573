import { describeMainJob } from '../specs/main-job.ts';
import { startChromium } from '../support/chromium.ts';

describeMainJob(startChromium);

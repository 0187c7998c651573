import { describeWhatPagesSee } from '../specs/what-pages-see.ts';
import { startChromium } from '../support/chromium.ts';

describeWhatPagesSee(startChromium);

import { describePageManners } from '../specs/page-manners.ts';
import { startChromium } from '../support/chromium.ts';

describePageManners(startChromium);

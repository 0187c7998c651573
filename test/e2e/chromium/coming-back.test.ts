import { describeComingBack } from '../specs/coming-back.ts';
import { startChromium } from '../support/chromium.ts';

describeComingBack(() => startChromium({ keepsPages: true }));

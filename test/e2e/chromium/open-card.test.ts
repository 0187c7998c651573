import { describeOpenCard } from '../specs/open-card.ts';
import { startChromium } from '../support/chromium.ts';

describeOpenCard(startChromium);

import { describeOpenCard } from '../specs/open-card.ts';
import { startFirefox } from '../support/firefox.ts';

describeOpenCard(startFirefox);

import { describePageManners } from '../specs/page-manners.ts';
import { startFirefox } from '../support/firefox.ts';

describePageManners(startFirefox);

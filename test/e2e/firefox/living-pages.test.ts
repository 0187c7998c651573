import { describeLivingPages } from '../specs/living-pages.ts';
import { startFirefox } from '../support/firefox.ts';

describeLivingPages(startFirefox);

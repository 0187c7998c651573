import { describeWhatPagesSee } from '../specs/what-pages-see.ts';
import { startFirefox } from '../support/firefox.ts';

describeWhatPagesSee(startFirefox);

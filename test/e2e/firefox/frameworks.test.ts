import { describeFrameworks } from '../specs/frameworks.ts';
import { startFirefox } from '../support/firefox.ts';

describeFrameworks(startFirefox);

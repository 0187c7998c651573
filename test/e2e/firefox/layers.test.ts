import { describeLayers } from '../specs/layers.ts';
import { startFirefox } from '../support/firefox.ts';

describeLayers(startFirefox);

import { describeSurfaces } from '../specs/surfaces.ts';
import { startFirefox } from '../support/firefox.ts';

describeSurfaces(startFirefox);

import { describeSurfaces } from '../specs/surfaces.ts';
import { startChromium } from '../support/chromium.ts';

describeSurfaces(startChromium);

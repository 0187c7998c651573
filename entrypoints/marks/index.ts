import { defineUnlistedScript } from '#imports';
import { offerPart } from '../../utils/messages/page-parts.ts';
import { createMarkPainter } from '../../utils/paint/mark.ts';

export default defineUnlistedScript(() => offerPart('marks', createMarkPainter));

import { defineUnlistedScript } from '#imports';
import { offerPart } from '../../utils/messages/page-parts.ts';
import { mark } from './marker.tsx';
import { notify } from './notice.ts';
import { openCard } from './open-card.tsx';

export default defineUnlistedScript(() => offerPart('card', { open: openCard, mark, notify }));

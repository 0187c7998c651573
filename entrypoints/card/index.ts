import { defineUnlistedScript } from '#imports';
import { problemLine } from '../../utils/i18n/problem-text.ts';
import { offerPart } from '../../utils/messages/page-parts.ts';
import { copyText } from './copy-text.ts';
import { mark } from './marker.tsx';
import { matchedItem } from './matched-item.ts';
import { notify } from './notice.ts';
import { openCard } from './open-card.tsx';

export default defineUnlistedScript(() =>
  offerPart('card', { open: openCard, mark, notify, copyText, matchedItem, problemLine }),
);

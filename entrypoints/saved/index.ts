import { defineUnlistedScript } from '#imports';
import { offerPart } from '../../utils/messages/page-parts.ts';
import { describePage } from '../../utils/text/page-description.ts';
import { anchor } from '../../utils/text/selector.ts';
import { passageToSave, selected } from './saving.ts';
import { createSession } from './session.ts';

export default defineUnlistedScript(() =>
  offerPart('saved', {
    open: createSession,
    describe: describePage,
    passageToSave,
    selected,
    anchor,
  }),
);

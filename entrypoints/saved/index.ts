import { defineUnlistedScript } from '#imports';
import { offerPart } from '../../utils/messages/page-parts.ts';
import { createSession } from './session.ts';

export default defineUnlistedScript(() => offerPart('saved', createSession));

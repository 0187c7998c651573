import type { Caller } from '../../utils/messages/answer-background.ts';
import type { BackgroundCalls, Handlers } from '../../utils/messages.ts';
import { siteOf } from '../../utils/settings/settings.ts';
import { updateSettings } from '../../utils/settings.ts';
import { attempt, refusal } from './failure.ts';

const NOT_STORED = {
  code: 'settings-failed',
  remedy: 'Free some space on the disk and choose again.',
} as const;

/** Answers the call that mutes an item on the caller's site or everywhere, or undoes that. */
export const mute: Handlers<BackgroundCalls, Caller>['mute'] = ({ item, where, muted }, caller) => {
  const site = where === 'site' && caller.kind === 'page' ? siteOf(caller.address) : null;
  if (where === 'site' && site === null) return refusal('This page belongs to no site.', 'no-site');
  return attempt(async () => {
    await updateSettings(({ mutedItems }) => {
      const others = mutedItems.filter((entry) => entry.item !== item || entry.site !== site);
      return { mutedItems: muted ? [...others, { item, site }] : others };
    });
    return null;
  }, NOT_STORED);
};

import {
  type InterfaceLanguage,
  type Translate,
  translatorOf,
} from '../../utils/i18n/translate.ts';
import type { CardTextKey } from '../../utils/i18n.ts';
import { callBackground } from '../../utils/messages.ts';

/** The interface's language and texts, as the card and notices take them. */
export interface Tongue {
  readonly language: InterfaceLanguage;
  readonly t: Translate<CardTextKey>;
  /** False where nobody gave the texts: they should be asked for again. */
  readonly isWhole: boolean;
}

/** Asks for the texts; where nobody answers, keys stand for texts rather than nothing at all. */
export async function loadTongue(): Promise<Tongue> {
  const answer = await callBackground('texts', null);
  const { language, texts } = answer.ok ? answer.value : { language: 'en' as const, texts: {} };
  return { language, t: translatorOf<CardTextKey>(language, texts), isWhole: answer.ok };
}

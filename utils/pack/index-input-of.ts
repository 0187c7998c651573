import type { Language, WordingOrigin } from '../match/types.ts';
import { assertionOf } from './assertion-of.ts';
import { entriesOf } from './entries.ts';
import type { IndexCue, IndexInput, IndexItem, IndexWording, SubjectParty } from './index-input.ts';
import type { Claim, Clause, Framing, Pack, Wording } from './model.ts';
import { fillSlots } from './number-slots.ts';
import { topicsOf } from './topics-of.ts';

const LANGUAGES: readonly Language[] = ['en', 'zh', 'ru'];

type ByLanguage = { readonly [L in Language]?: readonly string[] };

/**
 * What the index compiler needs of a pack: for each clause its texts, for each claim its evidence and
 * statement, for each framing its voices and cues, our own wordings with them, and the card's entries.
 */
export function indexInputOf(pack: Pack): IndexInput {
  const topics = topicsOf(pack);
  const ours = wordingsByItem(pack);
  const claims = new Map(pack.claims.map((claim) => [claim.id, claim]));
  const item = (
    kind: IndexItem['kind'],
    id: string,
    wordings: readonly IndexWording[],
    cues: readonly IndexCue[] = [],
  ): IndexItem => {
    const more = ours.get(id) ?? [];
    return {
      id,
      kind,
      topics: topics.get(id) ?? [],
      wordings: [...wordings, ...more.flatMap((entry) => ourWordings(entry, claims.get(id)))],
      cues: distinctCues([
        ...cues,
        ...more.flatMap((entry) => [
          ...listCues(entry.cues, false, true),
          ...listCues(entry.cues_general, true, true),
        ]),
      ]),
      avoid: more.flatMap((entry) =>
        (entry.avoid ?? []).map(({ language, pattern }) => ({ language, pattern, general: false })),
      ),
    };
  };
  const { id, name, version, date } = pack.head;
  return {
    pack: { id, name, version, date },
    subject: {
      parties: pack.head.subject.parties.map(partyOf),
      others: (pack.head.subject.others ?? []).map(partyOf),
      together: { en: [], zh: [], ru: [], ...pack.head.subject.together },
      except: pack.head.subject.except ?? [],
      hallmarks: { en: [], zh: [], ru: [], ...pack.head.subject.hallmarks },
    },
    items: [
      ...pack.clauses.map((clause) => item('clause', clause.id, clauseWordings(clause, pack))),
      ...pack.claims.map((claim) => ({
        ...item('claim', claim.id, claimWordings(claim)),
        assertion: assertionOf(claim),
      })),
      ...pack.topics.flatMap((topic) =>
        topic.framings.map((framing) =>
          item('framing', framing.id, framingWordings(framing), [
            ...listCues(framing.cues, false),
            ...listCues(framing.cues_general, true),
          ]),
        ),
      ),
    ],
    entries: entriesOf(pack, topics),
  };
}

/** The texts of a clause, in the order of the card: `wording` numbers of evidence count on it. */
function clauseWordings(clause: Clause, pack: Pack): IndexWording[] {
  const texts = LANGUAGES.flatMap((language) => {
    const text = clause.texts[language];
    if (text === undefined) return [];
    const origin: WordingOrigin = pack.head.renderings[text.rendering]?.role ?? 'translation';
    return { language, text: text.text, origin };
  });
  const elsewhere = (clause.also_quoted ?? []).filter(isSentencePart).map((quotation) => ({
    language: quotation.language ?? 'en',
    text: quotation.text,
    origin: 'report' as const,
  }));
  return [...texts, ...elsewhere];
}

/** A concept named in passing is no wording of the clause; four words or more are. */
function isSentencePart(quotation: { readonly text: string }): boolean {
  return quotation.text.split(/\s+/).length >= 4;
}

function claimWordings(claim: Claim): IndexWording[] {
  const evidence = claim.evidence.map((quotation) => ({
    language: quotation.language ?? 'en',
    text: quotation.text,
    origin: 'original' as const,
  }));
  return [...evidence, { language: 'en', text: claim.statement, origin: 'ours' }];
}

function framingWordings(framing: Framing): IndexWording[] {
  return framing.voices.map((voice) => ({
    language: voice.language ?? 'en',
    text: voice.text,
    origin: 'original' as const,
  }));
}

function wordingsByItem(pack: Pack): ReadonlyMap<string, readonly Wording[]> {
  const byItem = new Map<string, Wording[]>();
  for (const wording of pack.wordings)
    byItem.set(wording.id, [...(byItem.get(wording.id) ?? []), wording]);
  return byItem;
}

/** Our wordings of an item; those of a claim have its figures in their number slots. */
function ourWordings({ wordings }: Wording, claim: Claim | undefined): IndexWording[] {
  return LANGUAGES.flatMap((language) =>
    (wordings?.[language] ?? []).map((text): IndexWording => {
      const plain = { language, text, origin: 'ours' as const };
      return claim === undefined ? plain : { ...plain, ...fillSlots(text, language, claim) };
    }),
  );
}

function listCues(patterns: ByLanguage | undefined, general: boolean, isOurs = false): IndexCue[] {
  return LANGUAGES.flatMap((language) =>
    (patterns?.[language] ?? []).map((pattern) => ({
      language,
      pattern,
      general,
      ...(isOurs && { isOurs }),
    })),
  );
}

/** Drops repeated patterns. One listed both ways stays general, the careful reading, and is known, not ours. */
function distinctCues(cues: readonly IndexCue[]): IndexCue[] {
  const byPattern = new Map<string, IndexCue>();
  for (const { language, pattern, general, isOurs } of cues) {
    const key = `${language}:${pattern}`;
    const known = byPattern.get(key);
    const isAddition = isOurs === true && (known === undefined || known.isOurs === true);
    byPattern.set(key, {
      language,
      pattern,
      general: general || (known?.general ?? false),
      ...(isAddition && { isOurs: true }),
    });
  }
  return [...byPattern.values()];
}

function partyOf(party: Pack['head']['subject']['parties'][number]): SubjectParty {
  const { en = [], zh = [], ru = [] } = party.names;
  return { id: party.id, names: { en, zh, ru } };
}

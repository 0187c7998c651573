import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { CardTextKey } from '../../utils/i18n.ts';
import type { CardData, CardFraming, CardText } from '../../utils/pack/card-data.ts';
import { Lead } from '../parts/lead.tsx';
import { FigureOnPage, Figures } from './figures.tsx';
import { FramingEntry } from './framing-entry.tsx';
import { Quotation } from './quotation.tsx';
import { SourceLines } from './source-lines.tsx';
import { StatusLine } from './status-line.tsx';
import type { CardMatch } from './types.ts';
import { PageWords, Wording } from './wording.tsx';

interface LayerProps {
  readonly data: CardData;
  readonly match: CardMatch;
  readonly language: InterfaceLanguage;
  readonly t: Translate<CardTextKey>;
}

/** A clause at a glance: its original, a translation, how the page has it, and its source. */
export function ClauseLayer(
  props: LayerProps & { readonly texts: readonly CardText[]; readonly aligned: CardText | null },
) {
  const { data, match, texts, aligned, language, t } = props;
  const hasOriginal = texts.some((text) => text.role === 'original');
  const isOneLanguage = texts.every((text) => text.language === texts[0]?.language);
  const reader = language.split('-')[0];
  const isForeign = isOneLanguage && hasOriginal && !texts[0]?.language.startsWith(reader ?? '');
  const differs = match.degree !== 'verbatim' && match.degree !== 'partial';
  return (
    <>
      {!hasOriginal && <p class="said">{t('card.noOriginal')}</p>}
      {texts.map((text) => (
        <Wording
          key={text.text}
          text={text}
          aligned={text === aligned ? match : null}
          language={language}
          t={t}
        />
      ))}
      {data.gist !== null && (
        <p>
          <Lead words={t('card.inShort')} language={language} />
          {data.gist}
        </p>
      )}
      {isForeign && <p class="said">{t('card.noTranslation')}</p>}
      {differs && <PageWords match={match} t={t} />}
      <FigureOnPage data={data} match={match} language={language} t={t} />
      <SourceLines data={data} language={language} t={t} />
    </>
  );
}

/** A claim at a glance: the statement, marked as ours; figures by year; whose words attest it. */
export function ClaimLayer({ data, match, language, t }: LayerProps) {
  return (
    <>
      <p class="cap">
        <b>{t('card.statement')}</b>
      </p>
      <p class="statement">{data.title}</p>
      <StatusLine data={data} language={language} t={t} />
      <FigureOnPage data={data} match={match} language={language} t={t} />
      {data.figures.length > 0 && <Figures figures={data.figures} language={language} t={t} />}
      {data.voices.length > 0 && (
        <section>
          <h3>{t('card.evidence')}</h3>
          {data.voices.slice(0, 2).map((voice) => (
            <Quotation key={voice.text} voice={voice} language={language} t={t} />
          ))}
        </section>
      )}
      {(data.document !== null || data.speaker !== null) && (
        <SourceLines data={data} language={language} t={t} />
      )}
    </>
  );
}

/** A framing at a glance: the same entry that its topic shows, with more of its quotations. */
export function FramingLayer({ data, language, t }: LayerProps) {
  const framings = data.topics.flatMap((topic) => topic.framings);
  const own = framings.find(({ id }) => id === data.item);
  const alone: CardFraming = {
    id: data.item,
    label: data.title,
    heldBy: [],
    gist: data.gist ?? '',
    voices: data.voices,
    absentFromSources: false,
  };
  const shown = own ?? alone;
  return (
    <>
      <FramingEntry
        framing={shown}
        isOnPage={false}
        level={3}
        voices={3}
        language={language}
        t={t}
      />
      {shown.heldBy.length > 0 && shown.gist !== '' && (
        <p>
          <Lead words={t('card.gist')} language={language} />
          {shown.gist}
        </p>
      )}
    </>
  );
}

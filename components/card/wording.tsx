import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { CardTextKey } from '../../utils/i18n.ts';
import type { CardText } from '../../utils/pack/card-data.ts';
import { type Piece, piecesOfPage, piecesOfWording } from './pieces.ts';
import { CitationLine } from './quotation.tsx';
import type { CardMatch } from './types.ts';

interface WordingProps {
  readonly text: CardText;
  /** The match where this text is the one the page was aligned with; else null. */
  readonly aligned: CardMatch | null;
  readonly language: InterfaceLanguage;
  readonly t: Translate<CardTextKey>;
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map(({ text, kind }, at) => {
        if (kind === 'differs')
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places
            <mark key={at} class="differs">
              {text}
            </mark>
          );
        if (kind === 'left-out')
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places
            <span key={at} class="left-out">
              {text}
            </span>
          );
        return text;
      })}
    </>
  );
}

/** One text of a clause: what it is, whose, and its words, marked where the page's differ. */
export function Wording({ text, aligned, language, t }: WordingProps) {
  const pieces = aligned && piecesOfWording(text.text, aligned.evidence.alignment);
  const has = (kind: Piece['kind']): boolean =>
    pieces?.some((piece) => piece.kind === kind) ?? false;
  // What nobody said is no quotation, for ears as for eyes.
  const Words = text.role === 'ours' ? 'p' : 'blockquote';
  const languageName = t(`language.${text.language}`);
  return (
    <div class="wording" data-role={text.role}>
      <p class="cap">
        {text.role === 'original' && <b>{t('card.original', { language: languageName })}</b>}
        {text.role === 'translation' && (
          <>
            <b>{t('card.translation')}</b> · {text.by ?? t('card.translatorUnnamed')}
          </>
        )}
        {text.role === 'report' && (
          <>
            <b>{t('card.reportedBy', { by: text.by ?? text.citation.publisher ?? '—' })}</b> ·{' '}
            {t('card.reportMeaning')}
          </>
        )}
        {text.role === 'ours' && (
          <>
            <b>{t('card.ours')}</b> · {t('card.oursMeaning')}
          </>
        )}
        {has('left-out') && ` · ${t('card.leftOutInGrey')}`}
        {has('differs') && ` · ${t('card.differingMarked')}`}
      </p>
      <Words class="quotation" lang={text.language}>
        {pieces === null ? text.text : <Pieces pieces={pieces} />}
      </Words>
      {text.role === 'report' && (
        <CitationLine by={null} citation={text.citation} language={language} t={t} />
      )}
    </div>
  );
}

/** The page's own words, where they are not simply the wording's. */
export function PageWords({ match, t }: { match: CardMatch; t: Translate<CardTextKey> }) {
  return (
    <div class="wording" data-role="page">
      <p class="cap">
        <b>{t('card.onPage')}</b>
      </p>
      <blockquote class="quotation" lang={match.evidence.language}>
        <Pieces pieces={piecesOfPage(match)} />
      </blockquote>
    </div>
  );
}

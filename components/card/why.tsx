import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { CardTextKey } from '../../utils/i18n.ts';
import type { CardData } from '../../utils/pack/card-data.ts';
import { formatDate, formatSentences } from '../format.ts';
import { Button } from '../parts/button.tsx';
import type { CardActions, CardMatch, MuteScope } from './types.ts';

/** The words of the page that carried the match; neighbours without a blank between them are one. */
function matchedWords({ evidence, pageText }: CardMatch): string[] {
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of evidence.words) {
    const last = runs.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else runs.push({ start, end });
  }
  return runs.map(({ start, end }) => pageText.slice(start, end)).filter((word) => word !== '');
}

/** Why this matched, where the item comes from, what a highlight means, and how to be rid of it. */
export function Why(props: {
  readonly data: CardData;
  readonly match: CardMatch;
  readonly muted: MuteScope | null;
  readonly mute: CardActions['mute'];
  readonly language: InterfaceLanguage;
  readonly t: Translate<CardTextKey>;
}) {
  const { data, match, muted, mute, language, t } = props;
  const { pack, coverage } = data;
  const words = matchedWords(match);
  const count = match.evidence.words.length;
  const date = formatDate(pack.date, language);
  return (
    <section class="why">
      <h3>{t('card.why')}</h3>
      <p>
        {words.length === 0 ? (
          t('card.whyMeaning')
        ) : (
          <>
            {formatSentences([t('card.whyWords', { count }), ''], language)}
            <span class="words" lang={match.evidence.language}>
              {words.join(' · ')}
            </span>
          </>
        )}
      </p>
      <p>{t('card.pack', { name: pack.name, version: pack.version, date })}</p>
      <p>
        {formatSentences(
          [
            t('coverage.meaning'),
            t('coverage.extent', {
              count: coverage.documents,
              date: formatDate(coverage.to, language),
            }),
          ],
          language,
        )}
      </p>
      {mute !== undefined && (
        <p class="deeds">
          <span>{t('card.notUseful')}</span>
          <Button isPressed={muted === 'site'} onPress={() => mute('site')}>
            {t('card.muteSite')}
          </Button>
          <Button isPressed={muted === 'everywhere'} onPress={() => mute('everywhere')}>
            {t('card.muteEverywhere')}
          </Button>
        </p>
      )}
    </section>
  );
}

import type { CardActions, MuteScope } from '../../components/card/types.ts';
import type { CardView } from '../../utils/messages/page-parts.ts';
import type { CardData } from '../../utils/pack/card-data.ts';
import type { Settings } from '../../utils/settings/settings.ts';
import type { Stop } from './found.ts';
import type { Tongue } from './texts.ts';

interface Shown {
  readonly data: CardData;
  readonly stop: Stop;
  readonly stops: readonly Stop[];
  readonly tongue: Tongue;
  readonly translations: Settings['translationLanguage'];
  readonly isSaved: boolean;
  readonly expanded: boolean;
  readonly notice: string | null;
  readonly muted: MuteScope | null;
  readonly actions: CardActions;
}

/** What the card shows of a stop. */
export function cardView({ data, stop, stops, tongue, translations, ...rest }: Shown): CardView {
  const { match, passages } = stop.found;
  const framings = stops.filter(({ found }) => found.kind === 'framing');
  return {
    kind: 'item',
    props: {
      data,
      match: {
        degree: match.degree,
        text: passages.text.slice(match.start, match.end),
        start: match.start,
        evidence: match.evidence,
        pageText: passages.text,
      },
      position: { index: stops.indexOf(stop), total: stops.length },
      framingsOnPage: framings.map(({ found }) => found.item),
      ...tongue,
      translations: translations === 'auto' ? tongue.language : translations,
      ...rest,
    },
  };
}

import type { Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import type { ItemKind } from '../../utils/match/types.ts';
import type { PageViewMatch } from '../../utils/messages.ts';

const KINDS: readonly ItemKind[] = ['clause', 'claim', 'framing'];

/** Narrows the list to one kind; null shows all. */
export function KindFilter(props: {
  readonly matches: readonly PageViewMatch[];
  readonly shown: ItemKind | null;
  readonly show: (kind: ItemKind | null) => void;
  readonly t: Translate<TextKey>;
}) {
  const { matches, shown, show, t } = props;
  const kinds = KINDS.filter(
    (kind) => kind === shown || matches.some((match) => match.kind === kind),
  );
  if (kinds.length < 2 && shown === null) return null;
  return (
    <fieldset class="kind-filter">
      <legend class="unseen">{t('page.filter')}</legend>
      {[null, ...kinds].map((kind) => (
        <button
          key={kind}
          type="button"
          class="button quiet"
          aria-pressed={kind === shown}
          data-kind={kind ?? undefined}
          onClick={() => show(kind)}
        >
          {kind === null ? t('page.allKinds') : t(`kind.${kind}`)}
        </button>
      ))}
    </fieldset>
  );
}

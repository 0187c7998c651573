import type { Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import { Button } from '../parts/button.tsx';

/** What the list says where it has nothing to show: a heading, what to do, and at most one button. */
export function ListState(props: {
  readonly title: string;
  readonly hint: string;
  readonly deed: { readonly name: string; readonly run: () => void } | null;
}) {
  return (
    <div class="state">
      <h2>{props.title}</h2>
      <p>{props.hint}</p>
      {props.deed && <Button onPress={props.deed.run}>{props.deed.name}</Button>}
    </div>
  );
}

/** How much is shown: "3 passages on 2 pages". */
export function Summary(props: {
  readonly passages: number;
  readonly pages: number;
  readonly t: Translate<TextKey>;
}) {
  const { t } = props;
  return (
    <p class="cap" role="status">
      {t('list.summary', {
        passages: t('list.passages', { count: props.passages }),
        pages: t('list.onPages', { count: props.pages }),
      })}
    </p>
  );
}

import { useRef } from 'preact/hooks';
import type { Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import { Button } from '../parts/button.tsx';
import type { TransferActions } from './types.ts';

/** Takes the list out of the browser and brings a saved one in. */
export function Transfer(props: {
  readonly actions: TransferActions;
  readonly t: Translate<TextKey>;
}) {
  const { actions, t } = props;
  const field = useRef<HTMLInputElement>(null);
  return (
    <div class="transfer">
      <Button onPress={actions.exportJson}>{t('list.export')}</Button>
      <Button onPress={() => field.current?.click()}>{t('list.import')}</Button>
      <input
        ref={field}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={t('list.import')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) actions.importFile(file);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

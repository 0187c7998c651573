import { useRef, useState } from 'preact/hooks';
import type { Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import { Button } from '../parts/button.tsx';
import type { ExportFormat, ExportScope, TransferActions } from './types.ts';

const FORMATS = [
  'json',
  'markdown',
  'csv',
  'html',
  'annotations',
  'bibtex',
  'ris',
  'csl',
] as const satisfies readonly ExportFormat[];
const SCOPES = ['all', 'shown', 'chosen'] as const satisfies readonly ExportScope[];

/** The files that can be brought in, for a field that chooses one. */
export const IMPORTED = '.json,.jsonld,.csv,application/json,application/ld+json,text/csv';

/** Takes the list out of the browser and brings a file in. */
export function Transfer(props: {
  readonly actions: TransferActions;
  /** How many entries are chosen. */
  readonly chosen: number;
  readonly t: Translate<TextKey>;
}) {
  const { actions, chosen, t } = props;
  const field = useRef<HTMLInputElement>(null);
  const [format, setFormat] = useState<ExportFormat>('json');
  const [scope, setScope] = useState<ExportScope>('all');
  const { exporting } = actions;
  const wanted = scope === 'chosen' && chosen === 0 ? 'all' : scope;
  return (
    <div class="transfer">
      <select
        aria-label={t('list.format')}
        value={format}
        onChange={(event) =>
          setFormat(FORMATS.find((each) => each === event.currentTarget.value) ?? 'json')
        }
      >
        {FORMATS.map((each) => (
          <option key={each} value={each} selected={each === format}>
            {t(`format.${each}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('list.scope')}
        value={wanted}
        onChange={(event) =>
          setScope(SCOPES.find((each) => each === event.currentTarget.value) ?? 'all')
        }
      >
        {SCOPES.filter((each) => each !== 'chosen' || chosen > 0).map((each) => (
          <option key={each} value={each} selected={each === wanted}>
            {t(`scope.${each}`)}
          </option>
        ))}
      </select>
      {/* One button, so that the focus stays where it is while its meaning changes. */}
      <Button
        onPress={() =>
          exporting === null ? actions.exportAs(format, wanted) : actions.cancelExport()
        }
      >
        {t(exporting === null ? 'list.export' : 'list.exportCancel')}
      </Button>
      {exporting !== null && (
        <progress value={exporting} aria-label={t('list.exporting')} title={t('list.exporting')} />
      )}
      <Button onPress={() => field.current?.click()}>{t('list.import')}</Button>
      <input
        ref={field}
        type="file"
        accept={IMPORTED}
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

import { Toast } from '../parts/toast.tsx';
import { ImportDialog } from '../reading-list/import-dialog.tsx';
import { ColourOptions } from './colours.tsx';
import { Data } from './data.tsx';
import { Keys } from './keys.tsx';
import { Looks } from './looks.tsx';
import { Marks } from './marks.tsx';
import { MutedItems, Sites } from './sites.tsx';
import type { OptionsProps } from './types.ts';

export type { OptionsActions, OptionsProps } from './types.ts';

/** Everything that a reader can choose. There is no button to save: a choice is stored when it is made. */
export function OptionsView(props: OptionsProps) {
  const { faults, toast, dismissToast, importing, transfer, language, t } = props;
  return (
    <div class="surface options" lang={language}>
      <main>
        <h1>{t('options.title')}</h1>
        <p class="cap">{t('options.storedAtOnce')}</p>
        {faults > 0 && (
          <p class="warning" role="alert">
            {t('options.faults', { count: faults })}
          </p>
        )}
        <Marks {...props} />
        <ColourOptions {...props} />
        <Sites {...props} />
        <MutedItems {...props} />
        <Keys {...props} />
        <Looks {...props} />
        <Data {...props} />
      </main>
      {importing && <ImportDialog importing={importing} actions={transfer} t={t} />}
      <Toast
        text={toast?.text ?? null}
        undo={toast?.undo ? { name: t('list.undo'), run: toast.undo } : null}
        dismiss={{ name: t('list.dismiss'), run: dismissToast }}
      />
    </div>
  );
}

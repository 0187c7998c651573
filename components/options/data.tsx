import { useRef } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { FolderPanel } from '../reading-list/folder-panel.tsx';
import { IMPORTED } from '../reading-list/transfer.tsx';
import type { OptionsProps } from './types.ts';

/** What lies on this computer: taking it out, bringing it in, erasing it. */
export function Data({ settings, passages, folder, actions, language, t }: OptionsProps) {
  const field = useRef<HTMLInputElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const close = (): void => dialog.current?.close();
  return (
    <section aria-labelledby="options-data">
      <h2 id="options-data">{t('options.data')}</h2>
      <p>
        {folder.name === null && t('options.dataWhere')}{' '}
        {passages !== null && t('options.passages', { count: passages })}
      </p>
      <div class="deeds">
        <Button onPress={actions.exportList}>{t('options.export')}</Button>
        <Button onPress={() => field.current?.click()}>{t('options.import')}</Button>
        <input
          ref={field}
          type="file"
          accept={IMPORTED}
          hidden
          aria-label={t('options.import')}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) actions.importList(file);
            currentTarget.value = '';
          }}
        />
        <Button icon="remove" onPress={() => dialog.current?.showModal()}>
          {t('options.erase')}
        </Button>
      </div>
      <div class="option">
        <input
          type="checkbox"
          id="options-selection-button"
          checked={settings.selectionButton}
          onChange={({ currentTarget: { checked } }) =>
            actions.choose({ selectionButton: checked })
          }
        />
        <label for="options-selection-button">{t('options.selectionButton')}</label>
      </div>
      <h3>{t('folder.title')}</h3>
      <FolderPanel folder={folder} language={language} t={t} />
      <dialog ref={dialog} class="surface confirm" aria-labelledby="options-erase">
        <h2 id="options-erase">{t('options.eraseTitle')}</h2>
        <p>{t('options.eraseMeaning', { count: passages ?? 0 })}</p>
        <div class="deeds">
          <Button onPress={close}>{t('list.cancel')}</Button>
          <Button
            look="main"
            onPress={() => {
              close();
              actions.erase();
            }}
          >
            {t('options.eraseYes')}
          </Button>
        </div>
      </dialog>
    </section>
  );
}

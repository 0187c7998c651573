import { formatDay } from '../format.ts';
import { Button } from '../parts/button.tsx';
import { FolderPanel, type FolderShown } from './folder-panel.tsx';
import type { ListProps, Storage } from './types.ts';

const MEGABYTE = 1024 * 1024;

/** How much room the list takes, and the copies that were made of it. */
export function StoragePanel(
  props: Pick<ListProps, 't' | 'language'> & {
    readonly storage: Storage;
    readonly folder?: FolderShown | undefined;
  },
) {
  const { storage, folder, language, t } = props;
  const size = (bytes: number): string =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: 'megabyte',
      maximumFractionDigits: 1,
    }).format(bytes / MEGABYTE);
  return (
    <details class="storage">
      <summary>{t('storage.title')}</summary>
      {storage.used !== null && (
        <p class="cap">{t('storage.used', { size: size(storage.used) })}</p>
      )}
      <p class="cap">{t(storage.isPersisted ? 'storage.persisted' : 'storage.notPersisted')}</p>
      <label>
        <span>{t('storage.keep')}</span>
        <input
          type="number"
          min={1}
          max={50}
          value={storage.kept}
          onChange={(event) => {
            const count = event.currentTarget.valueAsNumber;
            if (Number.isFinite(count)) storage.keep(count);
          }}
        />
      </label>
      {storage.backups.length === 0 ? (
        <p class="cap">{t('storage.noBackup')}</p>
      ) : (
        <ul aria-label={t('storage.backups')}>
          {storage.backups.map((backup) => (
            <li key={backup.id}>
              <p>
                {`${formatDay(Date.parse(backup.at), language)} · ${t('list.entries', { count: backup.records })} · ${size(backup.size)}`}
              </p>
              {backup.reason === 'migration' && <p class="cap">{t('storage.beforeUpdate')}</p>}
              <div class="deeds">
                <Button look="quiet" onPress={() => storage.restore(backup.id)}>
                  {t('storage.restore')}
                </Button>
                <Button look="quiet" onPress={() => storage.download(backup.id)}>
                  {t('storage.download')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {folder && (
        <>
          <h2>{t('folder.title')}</h2>
          <FolderPanel folder={folder} language={language} t={t} />
        </>
      )}
    </details>
  );
}

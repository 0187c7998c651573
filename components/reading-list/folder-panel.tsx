import type { FolderFailure } from '../../utils/reading-list/folder/directory.ts';
import type { FolderReport } from '../../utils/reading-list/folder/state.ts';
import { formatMoment } from '../format.ts';
import { Button } from '../parts/button.tsx';
import type { ListProps } from './types.ts';

/** The folder through which several computers keep one list. */
export interface FolderShown {
  /** Whether the browser lets a reader choose one. */
  readonly isOffered: boolean;
  /** Null where none is chosen. */
  readonly name: string | null;
  readonly isWorking: boolean;
  readonly failure: FolderFailure | null;
  readonly report: FolderReport | null;
  choose(): void;
  allow(): void;
  carryNow(): void;
  forget(): void;
}

type Props = Pick<ListProps, 't' | 'language'> & { readonly folder: FolderShown };

/** Choosing the folder, how it stands, and what to do where it cannot be used. */
export function FolderPanel({ folder, language, t }: Props) {
  const { isOffered, name, failure } = folder;
  if (!isOffered) return <p class="cap">{t('folder.notOffered')}</p>;
  if (name === null) {
    return (
      <>
        <p class="cap">{t('folder.meaning')}</p>
        <div class="deeds">
          <Button onPress={folder.choose}>{t('folder.choose')}</Button>
        </div>
        {failure !== null && <p role="alert">{t('folder.unusable')}</p>}
      </>
    );
  }
  return (
    <>
      <div role="status">
        {failure === null ? (
          <State folder={folder} name={name} language={language} t={t} />
        ) : (
          <p class="warning">{t(`folder.${failure}`, { name })}</p>
        )}
      </div>
      <div class="deeds">
        {failure === 'permission' && (
          <Button look="main" onPress={folder.allow}>
            {t('folder.allow')}
          </Button>
        )}
        {failure === 'gone' && (
          <Button look="main" onPress={folder.choose}>
            {t('folder.choose')}
          </Button>
        )}
        {failure !== 'permission' && failure !== 'gone' && (
          <Button onPress={folder.carryNow}>{t('folder.now')}</Button>
        )}
        <Button look="quiet" onPress={folder.forget}>
          {t('folder.forget')}
        </Button>
      </div>
    </>
  );
}

function State({ folder, name, language, t }: Props & { readonly name: string }) {
  const { report, isWorking } = folder;
  const { notWhole = 0, newer = 0, refused = 0 } = report ?? {};
  return (
    <>
      <p class="cap">
        {isWorking || report === null
          ? t('folder.working', { name })
          : t('folder.inStep', { name, time: formatMoment(Date.parse(report.at), language) })}
      </p>
      {notWhole > 0 && <p class="cap">{t('folder.notWhole', { count: notWhole })}</p>}
      {newer > 0 && <p class="cap">{t('folder.newer', { count: newer })}</p>}
      {refused > 0 && <p class="cap">{t('folder.refused', { count: refused })}</p>}
    </>
  );
}

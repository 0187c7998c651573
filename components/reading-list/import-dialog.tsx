import { useEffect, useRef } from 'preact/hooks';
import { faultText, recordFaultText } from '../../utils/i18n/fault-text.ts';
import type { Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import { Button } from '../parts/button.tsx';
import { STATUSES } from './statuses.ts';
import type { ImportState, TransferActions } from './types.ts';

type Props = {
  readonly importing: ImportState;
  readonly actions: Pick<TransferActions, 'setMode' | 'confirm' | 'cancel'>;
  readonly t: Translate<TextKey>;
};

/** Reasons shown of records that are left out. */
const MOST_REASONS = 50;

/** What an import would do, before it does it; then how far it is. */
export function ImportDialog({ importing, actions, t }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="surface import"
      aria-label={t('import.title', { name: importing.name })}
      onCancel={(event) => {
        event.preventDefault();
        actions.cancel();
      }}
    >
      <h2>{t('import.title', { name: importing.name })}</h2>
      {importing.step === 'reading' && (
        <>
          <progress value={importing.part} aria-label={t('import.reading')} />
          <p role="status">{t('import.reading')}</p>
        </>
      )}
      {importing.step === 'refused' && <p role="alert">{importing.message}</p>}
      {importing.step === 'preview' && <Preview importing={importing} actions={actions} t={t} />}
      {importing.step === 'writing' && (
        <>
          <progress max={importing.of} value={importing.done} aria-label={t('import.writing')} />
          <p role="status">{t('import.writing')}</p>
        </>
      )}
      <div class="deeds">
        {importing.step === 'preview' && (
          <Button look="main" onPress={actions.confirm}>
            {t(importing.mode === 'replace' ? 'import.replaceNow' : 'import.mergeNow')}
          </Button>
        )}
        <Button onPress={actions.cancel}>{t('list.cancel')}</Button>
      </div>
    </dialog>
  );
}

function Preview({
  importing,
  actions,
  t,
}: Props & { readonly importing: Extract<ImportState, { step: 'preview' }> }) {
  const { report, refused, without, mode } = importing;
  const reasons = refused.slice(0, MOST_REASONS).map(({ fault }) => recordFaultText(fault, t));
  const counts = [
    ['added', report.added],
    ['changed', report.changed],
    ['unchanged', report.unchanged],
    ['removed', report.removed],
    ['refused', refused.length + report.kept],
  ] as const;
  return (
    <>
      <fieldset>
        <legend>{t('import.mode')}</legend>
        {(['merge', 'replace'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="mode"
              checked={each === mode}
              onChange={() => actions.setMode(each)}
            />
            <span>{t(`import.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      <dl class="counts">
        {counts.map(([verdict, count]) => (
          <div key={verdict}>
            <dt>{t(`import.${verdict}`)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="samples" tabIndex={0} aria-label={t('import.details')}>
        <ul>
          {without.map(({ what, count }) => (
            <li key={what}>
              <b>{t('import.inPart')}</b> <span>{t(`import.without.${what}`, { count })}</span>
            </li>
          ))}
          {report.outdone > 0 && (
            <li>
              <b>{t('import.stays')}</b>{' '}
              <span>{t('import.outdone', { count: report.outdone })}</span>
            </li>
          )}
          {report.samples.map(({ id, verdict, name, fields }) => (
            <li key={id}>
              <b>{t(`import.${verdict === 'kept' ? 'refused' : verdict}`)}</b> <span>{name}</span>
              {verdict === 'kept' && <p class="cap">{faultText({ code: 'taken' }, t)}</p>}
              {fields.map(({ field, before, after }) => (
                <p key={field} class="cap">
                  {`${t(`list.${field}`)}: `}
                  <del>{valueText(field, before, t)}</del> → <ins>{valueText(field, after, t)}</ins>
                </p>
              ))}
            </li>
          ))}
          {[...new Set(reasons)].map((reason) => (
            <li key={reason}>
              <b>{t('import.refused')}</b> <bdi>{reason}</bdi>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** The value of a field as the reader knows it: a status by its name, nothing as such. */
function valueText(field: 'note' | 'tags' | 'status', value: string, t: Props['t']): string {
  const status = field === 'status' ? STATUSES.find((each) => each === value) : undefined;
  if (status !== undefined) return t(`status.${status}`);
  return value === '' ? t('conflict.nothing') : value;
}

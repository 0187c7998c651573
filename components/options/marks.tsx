import type { ItemKind } from '../../utils/match/types.ts';
import { Choice } from './choice.tsx';
import type { OptionsProps } from './types.ts';

const KINDS: readonly ItemKind[] = ['clause', 'claim', 'framing'];
const SENSITIVITIES = ['quotations', 'balanced', 'broad'] as const;
const MARKS = ['automatic', 'elements', 'off-until-asked'] as const;
const OCCURRENCES = ['first', 'all'] as const;

/** Which kinds are marked, how much, how, and how often. */
export function Marks({ settings, actions: { choose }, t }: OptionsProps) {
  const { kinds, sensitivity, marks, occurrences } = settings;
  return (
    <section aria-labelledby="options-marks">
      <h2 id="options-marks">{t('options.marked')}</h2>
      <fieldset class="choice">
        <legend>{t('options.kinds')}</legend>
        {KINDS.map((kind) => (
          <div key={kind} class="option" data-kind={kind}>
            <input
              type="checkbox"
              id={`options-kind-${kind}`}
              checked={kinds[kind]}
              onChange={({ currentTarget: { checked } }) =>
                choose((current) => ({ kinds: { ...current.kinds, [kind]: checked } }))
              }
            />
            <label for={`options-kind-${kind}`}>
              <span class="sample">{t(`options.${kind}`)}</span>
            </label>
          </div>
        ))}
      </fieldset>
      <Choice
        name={t('options.sensitivity')}
        value={sensitivity}
        choices={SENSITIVITIES.map((value) => ({
          value,
          name: t(`options.sensitivity.${value}`),
          meaning: t(`options.sensitivity.${value}.meaning`),
        }))}
        choose={(chosen) => choose({ sensitivity: chosen })}
      />
      <Choice
        name={t('options.marks')}
        value={marks}
        choices={MARKS.map((value) => ({
          value,
          name: t(`options.marks.${value}`),
          meaning: t(`options.marks.${value}.meaning`),
        }))}
        choose={(chosen) => choose({ marks: chosen })}
      />
      <Choice
        name={t('options.occurrences')}
        value={occurrences}
        choices={OCCURRENCES.map((value) => ({ value, name: t(`options.occurrences.${value}`) }))}
        choose={(chosen) => choose({ occurrences: chosen })}
      />
    </section>
  );
}

import type { Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import type { Sensitivity } from '../../utils/match/types.ts';

const LEVELS: readonly Sensitivity[] = ['quotations', 'balanced', 'broad'];

/** How much is marked, in one line; what the levels mean stands in the options. */
export function SensitivityChoice(props: {
  readonly chosen: Sensitivity;
  readonly choose: (sensitivity: Sensitivity) => void;
  readonly t: Translate<TextKey>;
}) {
  const { chosen, choose, t } = props;
  return (
    <div class="sensitivity">
      <label for="page-sensitivity">{t('options.sensitivity')}</label>
      <select
        id="page-sensitivity"
        value={chosen}
        onChange={({ currentTarget }) => {
          const level = LEVELS.find((one) => one === currentTarget.value);
          if (level) choose(level);
        }}
      >
        {LEVELS.map((level) => (
          <option key={level} value={level}>
            {t(`options.sensitivity.${level}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

import { Button } from '../parts/button.tsx';
import type { ColourShown, Ground, OptionsProps } from './types.ts';

const GROUNDS: readonly Ground[] = ['light', 'dark'];

/** The colours of marks on light and on dark pages, each with its contrast. */
export function ColourOptions({ colours, faint, actions, language, t }: OptionsProps) {
  const ratio = (value: number): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(
      Math.floor(value * 10) / 10,
    );
  const field = ({ kind, ground, colour, ratio: contrast }: ColourShown) => (
    <div key={kind} class="colour" data-kind={kind}>
      <input
        key={`${colour} ${faint}`}
        type="color"
        value={colour}
        aria-label={t(`options.colours.${ground}`, { kind: t(`kind.${kind}`) })}
        onChange={({ currentTarget }) => actions.setColour(kind, ground, currentTarget.value)}
      />
      <span class="sample" style={{ textDecorationColor: colour, background: `${colour}26` }}>
        {t(`kind.${kind}`)}
      </span>
      <span class="cap">{t('options.contrast', { ratio: ratio(contrast) })}</span>
    </div>
  );
  return (
    <section aria-labelledby="options-colours">
      <h2 id="options-colours">{t('options.colours')}</h2>
      <p class="cap">{t('options.coloursMeaning')}</p>
      <div class="grounds">
        {GROUNDS.map((ground) => (
          <div key={ground} class="ground" data-ground={ground}>
            <p>{t(`options.${ground}Pages`)}</p>
            {colours.filter((shown) => shown.ground === ground).map(field)}
          </div>
        ))}
      </div>
      <p role="alert">{faint !== null && t('options.tooFaint', { ratio: ratio(faint) })}</p>
      <Button onPress={actions.resetColours}>{t('options.resetColours')}</Button>
    </section>
  );
}

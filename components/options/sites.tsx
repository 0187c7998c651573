import { useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import type { OptionsProps } from './types.ts';

/** The sites on which nothing is read: the list, one more, one less. */
export function Sites({ settings: { sitesOff }, actions, t }: OptionsProps) {
  const [isWrong, setIsWrong] = useState(false);
  const nameOf = (site: string): string => (site === 'file:' ? t('options.files') : site);
  return (
    <section aria-labelledby="options-sites">
      <h2 id="options-sites">{t('options.sites')}</h2>
      {sitesOff.length === 0 && <p>{t('options.noSites')}</p>}
      <ul class="entries">
        {sitesOff.map((site) => (
          <li key={site}>
            <span>{nameOf(site)}</span>
            <Button onPress={() => actions.switchOn(site)}>
              {t('options.switchOn')} <span class="unseen">{nameOf(site)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <form
        class="add"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const field = form.elements.namedItem('site');
          if (!(field instanceof HTMLInputElement)) return;
          const isTaken = actions.switchOff(field.value);
          setIsWrong(!isTaken);
          if (isTaken) form.reset();
          else field.focus();
        }}
      >
        <label for="options-site">{t('options.site')}</label>
        <input
          id="options-site"
          name="site"
          type="text"
          inputMode="url"
          autoComplete="off"
          spellcheck={false}
          placeholder="news.example"
          aria-invalid={isWrong}
          aria-describedby="options-site-wrong"
        />
        <button type="submit" class="button line">
          {t('options.switchOff')}
        </button>
        <p id="options-site-wrong" role="alert">
          {isWrong && t('options.noSite')}
        </p>
      </form>
    </section>
  );
}

/** The items that the reader does not want marked. */
export function MutedItems({ muted, actions, t }: OptionsProps) {
  return (
    <section aria-labelledby="options-muted">
      <h2 id="options-muted">{t('options.muted')}</h2>
      {muted.length === 0 && <p>{t('options.noMuted')}</p>}
      <ul class="entries">
        {muted.map(({ title, ...item }) => (
          <li key={`${item.item} ${item.site}`}>
            <span>
              {title}
              <span class="cap">
                {item.site === null
                  ? t('options.mutedEverywhere')
                  : t('options.mutedOn', { site: item.site })}
              </span>
            </span>
            <Button onPress={() => actions.unmute(item)}>
              {t('options.unmute')} <span class="unseen">{title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

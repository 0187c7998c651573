import { Button } from '../parts/button.tsx';
import { KeyNames, PAGE_KEYS } from '../parts/key-names.tsx';
import type { OptionsProps } from './types.ts';

/** The keys on a page, and those that the browser keeps, with the way to change them. */
export function Keys({ keys, actions, t }: OptionsProps) {
  return (
    <section aria-labelledby="options-keys">
      <h2 id="options-keys">{t('options.keys')}</h2>
      <h3>{t('options.pageKeys')}</h3>
      <dl class="keys">
        {PAGE_KEYS.map(({ text, keys: pressed }) => (
          <div key={text}>
            <dt>{t(text)}</dt>
            <dd>
              <KeyNames keys={pressed} />
            </dd>
          </div>
        ))}
      </dl>
      <h3>{t('options.browserKeys')}</h3>
      <dl class="keys">
        {keys.map((command) => (
          <div key={command.name}>
            <dt>{t(`options.command.${command.name}`)}</dt>
            <dd>
              {command.keys === '' ? (
                <span class="cap">{t('options.noKey')}</span>
              ) : (
                <kbd>{command.keys}</kbd>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Button icon="leave" onPress={actions.changeKeys}>
        {t('options.changeKeys')}
      </Button>
    </section>
  );
}

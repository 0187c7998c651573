import { Choice, Select } from './choice.tsx';
import type { OptionsProps } from './types.ts';

/** Each language by its own name. */
const LANGUAGES = [
  { value: 'en', name: 'English', language: 'en' },
  { value: 'zh-CN', name: '简体中文', language: 'zh-CN' },
  { value: 'zh-TW', name: '繁體中文', language: 'zh-TW' },
  { value: 'ru', name: 'Русский', language: 'ru' },
] as const;
const THEMES = ['system', 'light', 'dark'] as const;

/** Languages of the interface and of translations, and the theme. */
export function Looks({ settings, actions: { choose }, t }: OptionsProps) {
  return (
    <section aria-labelledby="options-looks">
      <h2 id="options-looks">{t('options.looks')}</h2>
      <Select
        name={t('options.interfaceLanguage')}
        value={settings.interfaceLanguage}
        choices={[{ value: 'auto', name: t('options.asBrowser') }, ...LANGUAGES]}
        choose={(interfaceLanguage) => choose({ interfaceLanguage })}
      />
      <Select
        name={t('options.translationLanguage')}
        value={settings.translationLanguage}
        choices={[{ value: 'auto', name: t('options.asInterface') }, ...LANGUAGES]}
        choose={(translationLanguage) => choose({ translationLanguage })}
      />
      <Choice
        name={t('options.theme')}
        value={settings.theme}
        choices={THEMES.map((value) => ({ value, name: t(`options.theme.${value}`) }))}
        choose={(theme) => choose({ theme })}
      />
    </section>
  );
}

import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from '#imports';
import { type InterfaceLanguage, resolveLanguage, type Translate } from '../i18n/translate.ts';
import { createTranslator, type TextKey } from '../i18n.ts';
import type { Settings } from '../settings/settings.ts';
import { watchSettings } from '../settings.ts';

/** The settings as they stand, in step with every other page of the extension. */
export function useSettings(atOpening: Settings): Settings {
  const [settings, setSettings] = useState(atOpening);
  useEffect(() => {
    const controller = new AbortController();
    watchSettings(setSettings, controller.signal);
    return () => controller.abort();
  }, []);
  return settings;
}

/** The reader's language and its texts. */
export interface OwnTongue {
  readonly language: InterfaceLanguage;
  readonly t: Translate<TextKey>;
}

/** The language of the interface by the settings and the browser. */
export function useTongue({ interfaceLanguage }: Settings): OwnTongue {
  const language = resolveLanguage(interfaceLanguage, [
    browser.i18n.getUILanguage(),
    ...navigator.languages,
  ]);
  return useMemo(() => ({ language, t: createTranslator(language) }), [language]);
}

/** Lays the theme on the document: before the first drawing, so that nothing flashes. */
export function dressDocument({ theme }: Settings): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
}

/** Keeps theme, language and title of the document in step with the settings. */
export function useDocument(settings: Settings, { language }: OwnTongue, title: string): void {
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = title;
    dressDocument(settings);
  }, [language, title, settings]);
}

/** The languages of the interface. */
export const INTERFACE_LANGUAGES = ['en', 'zh-CN', 'zh-TW', 'ru'] as const;

export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

/** A text with `{names}` for values; or one text a plural category, chosen by the value `count`. */
export type Text = string | { readonly [category in Intl.LDMLPluralRule]?: string };

/** Texts of one language by key; JSON values, so that they can cross contexts. */
export type Texts<Key extends string = string> = { readonly [key in Key]: Text };

/** Values for the `{names}` of a text. Numbers are written the way the language writes them. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Gives the text of a key in the reader's language. */
export type Translate<Key extends string = string> = (key: Key, values?: TextValues) => string;

function textFor(text: Text, rules: Intl.PluralRules, values: TextValues): string | undefined {
  if (typeof text === 'string') return text;
  const count = values.count;
  const category = typeof count === 'number' ? rules.select(count) : 'other';
  return text[category] ?? text.other;
}

/**
 * Makes the function that gives texts out of a table. Works with a table that was sent from another
 * context. A key that the table lacks gives the key itself, and a name without a value stays as it
 * is: a view never fails for want of a text.
 */
export function translatorOf<Key extends string>(
  language: InterfaceLanguage,
  texts: Partial<Texts<Key>>,
): Translate<Key> {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (key, values = {}) => {
    const text = texts[key];
    const chosen = text === undefined ? undefined : textFor(text, rules, values);
    return (chosen ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}

/**
 * The interface language for a reader: the chosen one, or for `auto` the first of the browser's
 * languages (BCP 47 tags, best first) that we have; English where there is none.
 */
export function resolveLanguage(
  choice: InterfaceLanguage | 'auto',
  preferred: readonly string[],
): InterfaceLanguage {
  if (choice !== 'auto') return choice;
  for (const tag of preferred) {
    const found = languageOf(tag);
    if (found !== null) return found;
  }
  return 'en';
}

function languageOf(tag: string): InterfaceLanguage | null {
  const [base, ...rest] = tag.toLowerCase().split('-');
  if (base === 'zh') {
    const isTraditional = rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part));
    return isTraditional && !rest.includes('hans') ? 'zh-TW' : 'zh-CN';
  }
  return INTERFACE_LANGUAGES.find((language) => language === base) ?? null;
}

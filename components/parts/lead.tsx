import type { InterfaceLanguage } from '../../utils/i18n/translate.ts';

/** Words that lead a sentence and end in a colon: the full-width colon of Chinese brings its own space. */
export function Lead(props: { readonly words: string; readonly language: InterfaceLanguage }) {
  const { words, language } = props;
  return (
    <>
      <b>{words}</b>
      {language.startsWith('zh') ? '' : ' '}
    </>
  );
}

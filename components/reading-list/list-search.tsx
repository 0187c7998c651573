import { useEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import { IconButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';

/** The search field. It shows what is typed at once, however late the answer comes. */
export function ListSearch(props: {
  readonly query: string;
  readonly search: (query: string) => void;
  readonly t: Translate<TextKey>;
}) {
  const { query, search, t } = props;
  const [typed, setTyped] = useState(query);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(query);
  }, [query]);
  const set = (value: string): void => {
    setTyped(value);
    search(value);
  };
  return (
    <search class="search">
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        inputMode="search"
        spellcheck={false}
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        value={typed}
        onInput={(event) => set(event.currentTarget.value)}
      />
      {typed !== '' && (
        <IconButton
          icon="close"
          name={t('list.clearSearch')}
          onPress={() => {
            set('');
            field.current?.focus();
          }}
        />
      )}
    </search>
  );
}

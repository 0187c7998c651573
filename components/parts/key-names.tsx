import type { TextKey } from '../../utils/i18n.ts';

/** What keys do on a page with highlights. */
export const PAGE_KEYS = [
  { text: 'options.keyNext', keys: ['Alt', 'Shift', '→'] },
  { text: 'options.keyPrevious', keys: ['Alt', 'Shift', '←'] },
  { text: 'options.keyOpen', keys: ['Alt', 'Shift', 'Enter'] },
  { text: 'options.keyClose', keys: ['Esc'] },
] as const satisfies readonly { readonly text: TextKey; readonly keys: readonly string[] }[];

/** Keys to be pressed together. */
export function KeyNames({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span class="key-names" dir="ltr">
      {keys.map((key, at) => [at > 0 && ' + ', <kbd key={key}>{key}</kbd>])}
    </span>
  );
}

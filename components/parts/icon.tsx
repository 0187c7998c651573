/** One family: a 16 × 16 grid, one line of 1.5 with round ends, no fill. */
const PATHS = {
  previous: 'M10 3 5 8l5 5',
  next: 'M6 3l5 5-5 5',
  close: 'M4 4l8 8M12 4l-8 8',
  save: 'M4.5 2.5h7v11L8 10.5l-3.5 3z',
  more: 'M3.5 6 8 10.5 12.5 6',
  less: 'M3.5 10 8 5.5 12.5 10',
  leave: 'M9.5 3H13v3.5M13 3 7.5 8.5M11 9.5V13H3V5h3.5',
  remove: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.5 9h6l.5-9',
  search: 'M11 7A4 4 0 1 1 3 7a4 4 0 0 1 8 0ZM10 10l3.5 3.5',
  edit: 'M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3z',
  list: 'M5.5 4H13M5.5 8H13M5.5 12H13M2.5 4h.01M2.5 8h.01M2.5 12h.01',
  panel: 'M2.5 3h11v10h-11zM9.5 3v10',
  options:
    'M2.5 5h6M12.5 5h1M2.5 11h1M7.5 11h6M12.5 5a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM7.5 11a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
  reload: 'M13 8a5 5 0 1 1-1.5-3.6M13 2v3h-3',
} as const;

export type IconName = keyof typeof PATHS;

/** An icon beside a name or inside a named button; hidden from screen readers. */
export function Icon({ name, filled = false }: { name: IconName; filled?: boolean }) {
  return (
    <svg
      class="icon"
      data-icon={name}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

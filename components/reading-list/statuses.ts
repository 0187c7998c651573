import type { Status } from '../../utils/reading-list/model.ts';

/** The statuses in the order in which they are offered. */
export const STATUSES = ['to-read', 'reading', 'done'] as const satisfies readonly Status[];

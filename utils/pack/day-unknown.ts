/** What `said_on` of a figure holds where the page does not show its day. */
export const DAY_UNKNOWN = 'unknown';

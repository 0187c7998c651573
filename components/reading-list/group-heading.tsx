import { formatDay } from '../format.ts';
import type { GroupHeadingProps } from './types.ts';

/** The heading over the passages of a topic or a day. */
export function GroupHeading({ row, topicName, language, t }: GroupHeadingProps) {
  const name =
    row.value === ''
      ? t('list.noTopic')
      : row.by === 'day'
        ? formatDay(Date.parse(row.value), language)
        : topicName(row.value);
  return (
    <h2>
      {name} <small class="cap">{t('list.entries', { count: row.count })}</small>
    </h2>
  );
}

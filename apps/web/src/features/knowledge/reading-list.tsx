import type { Reading } from '@baraza/contracts/kernel';
import './knowledge.css';

/** Short texts of one hand, one under the other; the whole list takes the direction of its words. */
export function ReadingList({ readings, ordered }: { readings: readonly Reading[]; ordered?: boolean }) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List className={ordered ? 'numbered' : 'dashed'} lang={readings[0]?.locale} dir="auto">
      {readings.map(({ text, locale }) => (
        <li key={text} className="voice" lang={locale}>
          {text}
        </li>
      ))}
    </List>
  );
}

import { Pager } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';

/** The way to the next page of a list, and back to its beginning. */
export function More({ path, search, next }: { path: string; search: URLSearchParams; next: string | null }) {
  const i18n = useI18n();
  const to = (cursor: string | null) => {
    const there = new URLSearchParams(search);
    there.delete('cursor');
    if (cursor) there.set('cursor', cursor);
    const tail = there.toString();
    return tail ? `${path}?${tail}` : path;
  };
  const first = search.has('cursor');
  if (!next && !first) return null;
  return (
    <Pager
      label={i18n.t('members.pages')}
      {...(first && { previous: { href: to(null), label: i18n.t('members.firstPage') } })}
      {...(next && { next: { href: to(next), label: i18n.t('kernel.next') } })}
    />
  );
}

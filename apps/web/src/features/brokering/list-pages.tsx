import { Pager } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';
import { listAddress } from './list-address.ts';

/** On to the next page of a list and back to its first. */
export function ListPages({ path, search, next }: { path: string; search: URLSearchParams; next: string | null }) {
  const i18n = useI18n();
  const beyond = search.has('cursor');
  if (!next && !beyond) return null;
  return (
    <Pager
      label={i18n.t('brokering.list.pages')}
      previous={beyond ? { href: listAddress(path, search, null), label: i18n.t('brokering.list.first') } : undefined}
      next={next ? { href: listAddress(path, search, next), label: i18n.t('kernel.next') } : undefined}
    />
  );
}

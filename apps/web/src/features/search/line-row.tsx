import type { Line } from '@baraza/contracts/search';
import { Icon, type IconName, Meta, Ref, State, Title } from '@baraza/ui';
import { useI18n, useNow } from '../../platform/index.ts';

const icons: Readonly<Record<string, IconName>> = {
  need: 'need',
  offer: 'offer',
  exchange: 'requests',
  question: 'question',
  discussion: 'forums',
  experience: 'story',
  announcement: 'pin',
  story: 'story',
  organisation: 'city',
  session: 'event',
};
/** What can still be answered or taken part in says nothing of its state. */
const over: Readonly<Record<string, readonly string[]>> = {
  request: ['expired', 'closed', 'declined', 'appealed', 'rejected', 'withdrawn'],
  session: ['cancelled'],
};

/** A thing of any room in a list: what it is, whose, where it stands. */
export function LineRow({ line, brief }: { line: Line; brief?: boolean }) {
  const i18n = useI18n();
  const now = useNow();
  const { kind, form, state, title, locale, href, at, by, where, ref, count } = line;
  const sort = form ?? kind;
  const isPlace = kind === 'organisation';
  return (
    <li>
      <Title href={href} lang={locale} size={brief ? 's' : undefined}>
        {title}
      </Title>
      <Meta>
        <span>
          <Icon name={icons[sort] ?? icons[kind] ?? 'info'} size="s" /> {i18n.say(`search.form.${sort}`)}
        </span>
        {by && <bdi>{isPlace ? i18n.country(by) : by}</bdi>}
        {ref && <Ref>{ref}</Ref>}
        {state && over[kind]?.includes(state) && (
          <State tone="soft" square="full">
            {i18n.t('search.over')}
          </State>
        )}
        {kind === 'thread' && state === 'resolved' && (
          <State tone="go" square="check">
            {i18n.t('search.resolved')}
          </State>
        )}
        {where && !brief && <bdi>{where}</bdi>}
        {count !== null && <span>{i18n.t('search.posts', { count })}</span>}
        {at && kind !== 'story' && <time dateTime={at}>{i18n.relative(at, now)}</time>}
      </Meta>
    </li>
  );
}

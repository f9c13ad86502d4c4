import type { AffiliationCase } from '@baraza/contracts/members';
import {
  Checkbox,
  DeskFoot,
  Empty,
  Facts,
  KeyHints,
  OpenCase,
  Queue,
  QueueGroup,
  QueueItem,
  Section,
  UserText,
} from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  FormProblem,
  Hidden,
  type Located,
  type PageProps,
  PageTitle,
  Submit,
  useApi,
  useData,
  useDeskKeys,
  useI18n,
  useNow,
  useWorld,
} from '../../platform/index.ts';
import { waitingQuery } from './admin.queries.ts';
import { AffiliationState } from './affiliation-state.tsx';
import { More } from './more.tsx';

export const data = (api: ApiClient, { search }: Located) => [waitingQuery(api, search)];

const path = '/admin/affiliations';

/** Who says they work where, and waits for a word: the list, one of them open beside it, decided with a key. */
export default function AdminAffiliationsPage({ search }: PageProps) {
  const i18n = useI18n();
  const { items, next } = useData(waitingQuery(useApi(), search));
  useDeskKeys();
  const open = items.find(({ id }) => id === search.get('open')) ?? items[0];
  const cursor = search.get('cursor');
  const listAddress = cursor ? `${path}?${new URLSearchParams({ cursor })}` : path;
  const hrefOf = (id: string) => `${path}?${new URLSearchParams({ ...(cursor && { cursor }), open: id })}`;
  return (
    <>
      <PageTitle>{i18n.t('members.admin.affiliations')}</PageTitle>
      <Queue
        title={i18n.t('members.admin.affiliations')}
        count={i18n.number(items.length)}
        note={<a href="/admin">{i18n.t('kernel.place.admin')}</a>}
        back={search.has('open') ? { href: listAddress, label: i18n.t('kernel.back') } : undefined}
      >
        {items.length === 0 ? (
          <Empty title={i18n.t('members.queue.none')}>{i18n.t('members.queue.noneText')}</Empty>
        ) : (
          <QueueGroup name={i18n.t('members.queue.waiting')}>
            {items.map((item) => (
              <Line key={item.id} item={item} href={hrefOf(item.id)} current={item === open} />
            ))}
          </QueueGroup>
        )}
        <More path={path} search={search} next={next} />
      </Queue>
      {open && <OpenAffiliation key={open.id} item={open} />}
      <DeskFoot>
        <KeyHints
          hints={[
            { keys: ['j', 'k'], does: i18n.t('members.queue.walk') },
            { keys: ['v'], does: i18n.t('members.move.affiliation.verify') },
            { keys: ['x'], does: i18n.t('members.move.affiliation.revoke') },
          ]}
        />
      </DeskFoot>
    </>
  );
}

function Line({ item, href, current }: { item: AffiliationCase; href: string; current: boolean }) {
  const i18n = useI18n();
  const now = useNow();
  const late = item.dueAt !== null && new Date(item.dueAt) < now;
  return (
    <QueueItem
      href={href}
      current={current}
      due={{ date: item.dueAt && i18n.relative(item.dueAt, now), tone: late ? 'late' : undefined }}
      title={<bdi>{item.member.name}</bdi>}
      who={i18n.say(`kernel.affiliation.${item.role}`)}
      tone="other"
      what={<bdi>{item.organisation.name}</bdi>}
      caseRef={item.member.domain}
    />
  );
}

function OpenAffiliation({ item }: { item: AffiliationCase }) {
  const { i18n, timeZone } = useWorld();
  const { id, version, member, organisation, role, state, requestedAt, dueAt, note, moves } = item;
  return (
    <OpenCase
      meta={
        <>
          <AffiliationState state={state} />
          <span>{i18n.t('members.affiliation.asked', { date: i18n.date(requestedAt, 'short', timeZone) })}</span>
          {dueAt && (
            <span>{i18n.t('members.affiliation.answerBy', { date: i18n.date(dueAt, 'short', timeZone) })}</span>
          )}
        </>
      }
      title={<bdi>{member.name}</bdi>}
      actions={
        <ActionForm operation="members.moveAffiliation" params={{ id }} next={path}>
          <FormProblem />
          <Hidden name="version" value={version} />
          {moves.includes('verify') && <Checkbox name="letter" label={i18n.t('members.queue.letter')} />}
          <div className="btns">
            {moves.includes('verify') && (
              <Submit name="move" value="verify" hotkey="v">
                {i18n.t('members.move.affiliation.verify')}
              </Submit>
            )}
            {moves.includes('revoke') && (
              <Submit name="move" value="revoke" kind="plain" hotkey="x">
                {i18n.t('members.move.affiliation.revoke')}
              </Submit>
            )}
          </div>
        </ActionForm>
      }
    >
      <Facts
        facts={[
          {
            term: i18n.t('members.fact.organisation'),
            value: (
              <a href={`/cities/${organisation.slug}`}>
                <bdi>{organisation.name}</bdi>
              </a>
            ),
          },
          { term: i18n.t('members.fact.role'), value: i18n.say(`kernel.affiliation.${role}`) },
          { term: i18n.t('members.email'), value: <bdi>{member.email ?? member.domain}</bdi> },
          {
            term: i18n.t('members.fact.account'),
            value: <a href={`/admin/members/${member.id}`}>{i18n.t('members.fact.openAccount')}</a>,
          },
        ]}
      />
      {note && (
        <Section title={i18n.t('members.ask.note')}>
          <UserText lang="" text={note} />
        </Section>
      )}
      <p className="hint">
        {role === 'focal_point' ? i18n.t('members.queue.focalPoint') : i18n.t('members.queue.effect')}
      </p>
    </OpenCase>
  );
}

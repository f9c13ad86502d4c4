import type { MemberFile } from '@baraza/contracts/members';
import { autonyms } from '@baraza/i18n';
import { Facts, PageHead, Rows, Section, Stack, Title, UserText } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  FormProblem,
  Hidden,
  type Located,
  type PageProps,
  PageTitle,
  Select,
  Submit,
  TextInput,
  useApi,
  useData,
  useI18n,
  useWorld,
} from '../../platform/index.ts';
import { AccountState } from './account-state.tsx';
import { memberQuery } from './admin.queries.ts';
import { AdminTabs } from './admin-tabs.tsx';
import { AffiliationMoves, AffiliationTerms } from './affiliation-line.tsx';

export const data = (api: ApiClient, { params }: Located) => [memberQuery(api, params['id'] ?? '')];

/** One member, as whoever keeps the house sees them. */
export default function AdminMemberPage({ params }: PageProps) {
  const { i18n, timeZone } = useWorld();
  const file = useData(memberQuery(useApi(), params['id'] ?? ''));
  const day = (at: string) => i18n.date(at, 'short', timeZone);
  return (
    <Stack>
      <PageTitle>{file.displayName}</PageTitle>
      <PageHead
        title={<bdi>{file.displayName}</bdi>}
        mid
        meta={<AccountState state={file.state} confirmed={file.confirmed} />}
      />
      <AdminTabs at="members" />
      <Facts
        facts={[
          { term: i18n.t('members.email'), value: <bdi>{file.email}</bdi> },
          { term: i18n.t('kernel.language.label'), value: <bdi lang={file.locale}>{autonyms[file.locale]}</bdi> },
          { term: i18n.t('members.fact.since'), value: day(file.createdAt) },
          { term: i18n.t('members.fact.seen'), value: file.seenAt ? day(file.seenAt) : i18n.t('members.fact.never') },
        ]}
      />
      <Roles file={file} />
      <Section title={i18n.t('members.admin.affiliations')}>
        {file.affiliations.length === 0 && <p className="soft">{i18n.t('members.organisations.none')}</p>}
        <Rows>
          {file.affiliations.map((affiliation) => (
            <li key={affiliation.id}>
              <Title size="s">
                <bdi>{affiliation.organisation.name}</bdi> · {i18n.say(`kernel.affiliation.${affiliation.role}`)}
              </Title>
              <AffiliationTerms affiliation={affiliation} />
              {affiliation.note && <UserText lang="" text={affiliation.note} />}
              <AffiliationMoves affiliation={affiliation} omit={['leave']} />
            </li>
          ))}
        </Rows>
      </Section>
      <AccountMoves file={file} />
    </Stack>
  );
}

function Roles({ file: { id, version, held, givable } }: { file: MemberFile }) {
  const { i18n, timeZone } = useWorld();
  return (
    <Section title={i18n.t('members.roles.title')}>
      <div className="stack">
        {held.length === 0 && <p className="soft">{i18n.t('members.roles.none')}</p>}
        <Rows brief>
          {held.map(({ role, givenBy, validFrom, validUntil }) => (
            <li key={role}>
              <p>
                <b>{i18n.say(`kernel.role.${role}`)}</b>
              </p>
              <p className="meta">
                <span>{i18n.t('members.roles.from', { date: i18n.date(validFrom, 'short', timeZone) })}</span>
                {validUntil && (
                  <span>{i18n.t('members.affiliation.until', { date: i18n.date(validUntil, 'short', 'UTC') })}</span>
                )}
                {givenBy && <span>{i18n.t('members.roles.by', { name: givenBy })}</span>}
              </p>
              <ActionForm operation="members.takeRole" params={{ id, role }} name={`take-${role}`}>
                <FormProblem />
                <Hidden name="version" value={version} />
                <Submit kind="plain">{i18n.t('members.roles.take')}</Submit>
              </ActionForm>
            </li>
          ))}
        </Rows>
        {givable.length > 0 && (
          <ActionForm operation="members.giveRole" params={{ id }} className="form">
            <FormProblem />
            <Hidden name="version" value={version} />
            <Select
              name="role"
              label={i18n.t('members.roles.give')}
              options={givable.map((role) => ({ value: role, label: i18n.say(`kernel.role.${role}`) }))}
            />
            <TextInput
              name="until"
              type="date"
              label={i18n.t('members.roles.until')}
              hint={i18n.t('members.roles.untilHint')}
            />
            <div className="actions">
              <Submit kind="plain">{i18n.t('members.roles.giveSubmit')}</Submit>
            </div>
          </ActionForm>
        )}
      </div>
    </Section>
  );
}

function AccountMoves({ file: { id, version, moves } }: { file: MemberFile }) {
  const i18n = useI18n();
  if (moves.length === 0) return null;
  return (
    <Section title={i18n.t('members.fact.account')}>
      <ActionForm operation="members.moveAccount" params={{ id }}>
        <FormProblem />
        <Hidden name="version" value={version} />
        <div className="actions">
          {moves.map((move) => (
            <Submit key={move} kind="plain" name="move" value={move}>
              {i18n.t(`members.move.account.${move}`)}
            </Submit>
          ))}
          <span className="hint">{i18n.t('members.account.effect')}</span>
        </div>
      </ActionForm>
    </Section>
  );
}

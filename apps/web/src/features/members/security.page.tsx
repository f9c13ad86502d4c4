import { Details, Notice, PageHead, Rows, Section, Stack, State } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  FormProblem,
  Hidden,
  type PageProps,
  PageTitle,
  Submit,
  TextInput,
  useApi,
  useData,
  useI18n,
  useWorld,
} from '../../platform/index.ts';
import { MeTabs } from './me-tabs.tsx';
import { meQuery, sessionsQuery } from './members.queries.ts';

export const data = (api: ApiClient) => [meQuery(api), sessionsQuery(api)];

/** Password, the places one is signed in, and the way out. */
export default function SecurityPage({ search }: PageProps) {
  const i18n = useI18n();
  const me = useData(meQuery(useApi()));
  return (
    <Stack>
      <PageTitle>{i18n.t('members.me.security')}</PageTitle>
      <PageHead title={i18n.t('members.me.security')} mid />
      <MeTabs at="security" waiting={me.toDecide.length} />
      {search.get('done') && <Notice tone="success">{i18n.t('members.password.changed')}</Notice>}
      <Sessions />
      <Section title={i18n.t('members.password.change')}>
        <ActionForm operation="members.changePassword" next="/me/security?done=1" reload className="form">
          <FormProblem />
          <TextInput
            name="current"
            type="password"
            autoComplete="current-password"
            label={i18n.t('members.password.current')}
            required
          />
          <TextInput
            name="password"
            type="password"
            autoComplete="new-password"
            label={i18n.t('members.password.new')}
            hint={i18n.t('members.password.hint', { min: 10 })}
            required
          />
          <div className="actions">
            <Submit kind="plain">{i18n.t('members.password.change')}</Submit>
            <span className="hint">{i18n.t('members.password.changeNote')}</span>
          </div>
        </ActionForm>
      </Section>
      {me.moves.includes('close') && (
        <div className="sec">
          <Details summary={i18n.t('members.close.title')}>
            <ActionForm operation="members.moveAccount" params={{ id: me.id }} next="/" reload className="form">
              <FormProblem />
              <p>{i18n.t('members.close.text')}</p>
              <Hidden name="version" value={me.version} />
              <Hidden name="move" value="close" />
              <div className="actions">
                <Submit kind="plain">{i18n.t('members.close.submit')}</Submit>
              </div>
            </ActionForm>
          </Details>
        </div>
      )}
    </Stack>
  );
}

function Sessions() {
  const { i18n, timeZone, api } = useWorld();
  const { items } = useData(sessionsQuery(api));
  const deviceOf = ({ browser, system }: (typeof items)[number]): string =>
    [browser, system].filter(Boolean).join(' · ') || i18n.t('members.device.unknown');
  return (
    <Section title={i18n.t('members.sessions.title')} open>
      <Rows>
        {items.map((session) => (
          <li key={session.id}>
            <p>
              <b>
                <bdi>{deviceOf(session)}</bdi>
              </b>
            </p>
            <p className="meta">
              {session.current && (
                <State tone="pen" square="full">
                  {i18n.t('members.sessions.this')}
                </State>
              )}
              <span>{i18n.t('members.sessions.since', { date: i18n.date(session.createdAt, 'short', timeZone) })}</span>
              <span>{i18n.t('members.sessions.used', { date: i18n.date(session.usedAt, 'short', timeZone) })}</span>
            </p>
            {!session.current && (
              <ActionForm operation="members.revokeSession" params={{ id: session.id }} name={`session-${session.id}`}>
                <FormProblem />
                <Submit kind="plain">{i18n.t('members.sessions.end')}</Submit>
              </ActionForm>
            )}
          </li>
        ))}
      </Rows>
      {items.length > 1 && (
        <ActionForm operation="members.revokeOthers">
          <FormProblem />
          <div className="actions">
            <Submit kind="plain">{i18n.t('members.sessions.endOthers')}</Submit>
            <span className="hint">{i18n.t('members.sessions.note')}</span>
          </div>
        </ActionForm>
      )}
    </Section>
  );
}

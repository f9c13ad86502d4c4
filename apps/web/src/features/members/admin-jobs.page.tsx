import { Empty, PageHead, Rows, Stack } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  FormProblem,
  type Located,
  type PageProps,
  PageTitle,
  Submit,
  useApi,
  useData,
  useWorld,
} from '../../platform/index.ts';
import { jobsQuery } from './admin.queries.ts';
import { jobStates } from './admin-states.ts';
import { AdminTabs, StateLinks } from './admin-tabs.tsx';
import { More } from './more.tsx';
import { Verbatim } from './verbatim.tsx';

export const data = (api: ApiClient, { search }: Located) => [jobsQuery(api, search)];

/** The queue of the house: what failed for good, what waits, what runs. */
export default function AdminJobsPage({ search }: PageProps) {
  const { i18n, timeZone } = useWorld();
  const { items, next } = useData(jobsQuery(useApi(), search));
  const state = jobStates.find((s) => s === search.get('state')) ?? 'parked';
  return (
    <Stack>
      <PageTitle>{i18n.t('members.admin.jobs')}</PageTitle>
      <PageHead title={i18n.t('members.admin.jobs')} mid />
      <AdminTabs at="jobs" />
      <StateLinks
        path="/admin/jobs"
        at={state}
        label={i18n.t('members.admin.byState')}
        states={jobStates.map((value) => ({ value, label: i18n.t(`members.job.state.${value}`) }))}
      />
      {items.length === 0 && <Empty title={i18n.t(`members.job.none.${state}`)} />}
      <Rows>
        {items.map((job) => (
          <li key={job.id}>
            <p>
              <b>
                <bdi>{job.task}</bdi>
              </b>{' '}
              <bdi className="small soft">{job.about}</bdi>
            </p>
            <p className="meta">
              <span>{i18n.t('members.job.attempts', { attempts: job.attempts, most: job.most })}</span>
              <span>{i18n.t('members.job.runAt', { when: i18n.dateTime(job.runAt, timeZone) })}</span>
            </p>
            {job.error && <Verbatim>{job.error}</Verbatim>}
            {state !== 'running' && (
              <div className="btns">
                <ActionForm operation="admin.retryJob" params={{ id: job.id }} name={`retry-${job.id}`}>
                  <FormProblem />
                  <Submit kind="plain">{i18n.t('members.job.retry')}</Submit>
                </ActionForm>
                <ActionForm operation="admin.discardJob" params={{ id: job.id }} name={`discard-${job.id}`}>
                  <FormProblem />
                  <Submit kind="link">{i18n.t('members.job.discard')}</Submit>
                </ActionForm>
              </div>
            )}
          </li>
        ))}
      </Rows>
      <More path="/admin/jobs" search={search} next={next} />
    </Stack>
  );
}

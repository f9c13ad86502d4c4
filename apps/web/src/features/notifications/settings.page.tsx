import { mailRhythms, reasonNames, termsOf } from '@baraza/domain/notifications';
import { Details, Notice, PageHead } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  Checkboxes,
  FormProblem,
  type PageProps,
  PageTitle,
  Radios,
  Submit,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { SavedSearches, searchesQuery } from '../brokering/index.ts';
import { preferencesQuery } from './notifications.queries.ts';

export const data = (api: ApiClient) => [preferencesQuery(api), searchesQuery(api)];

/** What costs no mail anyway has nothing to be quieted. */
const quietable = reasonNames.filter((reason) => termsOf(reason).urgency !== 'silent');

const rooms = ['brokering', 'forums', 'qa', 'programme', 'knowledge', 'clusters', 'members'] as const;

/** What reaches the reader besides the inbox. */
export default function InboxSettingsPage({ search }: PageProps) {
  const i18n = useI18n();
  const { mail, quiet, reachable } = useData(preferencesQuery(useApi()));
  const title = i18n.t('notifications.settings.title');
  return (
    <div className="stack">
      <PageTitle>{title}</PageTitle>
      <PageHead title={title} mid lead={i18n.t('notifications.settings.lead')} />
      {search.get('done') && <Notice tone="success">{i18n.t('notifications.settings.saved')}</Notice>}
      {!reachable && (
        <Notice tone="warning">
          {i18n.t('notifications.settings.unreachable')} <a href="/me">{i18n.t('notifications.profile')}</a>
        </Notice>
      )}
      <ActionForm operation="notifications.savePreferences" next="/inbox/settings?done=1" className="form">
        <FormProblem />
        <Radios
          name="mail"
          legend={i18n.t('notifications.settings.rhythm')}
          hint={i18n.t('notifications.settings.rhythmHint')}
          chosen={mail}
          options={mailRhythms.map((value) => ({ value, label: i18n.t(`notifications.rhythm.${value}`) }))}
        />
        <h2>{i18n.t('notifications.settings.quiet')}</h2>
        <p className="hint">{i18n.t('notifications.settings.quietHint')}</p>
        {rooms.map((room) => {
          const ofRoom = quietable.filter((reason) => reason.startsWith(`${room}.`));
          const legend = i18n.t(`notifications.room.${room}`);
          return (
            <Details key={room} summary={legend} open={ofRoom.some((reason) => quiet.includes(reason))}>
              <Checkboxes
                name="quiet"
                id={`quiet-${room}`}
                legend={legend}
                chosen={quiet}
                options={ofRoom.map((value) => ({ value, label: i18n.t(`notifications.reason.${value}`) }))}
              />
            </Details>
          );
        })}
        <Submit>{i18n.t('kernel.save')}</Submit>
      </ActionForm>
      <SavedSearches />
    </div>
  );
}

import type { NotificationView } from '@baraza/contracts/notifications';
import { Details, Icon, type IconName, Meta, State } from '@baraza/ui';
import { useQueryClient } from '@tanstack/react-query';
import { ActionForm, Submit, useApi, useI18n, useNow, useWorld } from '../../platform/index.ts';

const icons: Readonly<Record<string, IconName>> = {
  request: 'request',
  expression: 'need',
  match: 'because',
  partnership: 'partner',
  thread: 'thread',
  question: 'question',
  session: 'event',
  story: 'story',
  cluster: 'people',
  member: 'me',
  affiliation: 'city',
};

/** What was told of one thing: why, what is owed, and what was told before; its title opens the thing and marks it read. */
export function NotificationRow({ notification }: { notification: NotificationView }) {
  const { timeZone } = useWorld();
  const i18n = useI18n();
  const api = useApi();
  const now = useNow();
  const queries = useQueryClient();
  const { id, reason, kind, title, locale, href, step, raisedAt, read, duty, earlier } = notification;
  const opened = () => {
    if (read) return;
    // A click that leads away does not wait; without a script the button below says the same.
    void api.notifications
      .markRead({ params: { id } })
      .then(() => queries.invalidateQueries({ queryKey: ['notifications'] }))
      .catch(() => {});
  };
  return (
    <li>
      <Meta>
        <span>
          <Icon name={icons[kind] ?? 'bell'} size="s" /> {i18n.say(`notifications.reason.${reason}`)}
        </span>
        {!read && (
          <State tone={duty ? 'due' : 'pen'} square="dot">
            {i18n.t('notifications.new')}
          </State>
        )}
        <time dateTime={raisedAt}>{i18n.relative(raisedAt, now)}</time>
      </Meta>
      <h2 className="title s" lang={locale} dir="auto">
        <a className="plain" href={href} onClick={opened}>
          {title}
        </a>
      </h2>
      {step && (
        <p className="small">
          {step.by && (
            <>
              <bdi>{step.by}</bdi> ·{' '}
            </>
          )}
          {i18n.t('notifications.stepBy', {
            step: i18n.say(step.what),
            date: i18n.dateTime(step.dueAt, timeZone),
          })}
        </p>
      )}
      <p className="small soft">{i18n.say(`notifications.why.${reason}`)}</p>
      {earlier.count > 0 && (
        <Details summary={i18n.t('notifications.earlier', { count: earlier.count })}>
          <ul className="small">
            {earlier.notices.map((notice) => (
              <li key={`${notice.reason} ${notice.raisedAt}`}>
                <a className="plain" href={notice.href} onClick={opened}>
                  {i18n.say(`notifications.reason.${notice.reason}`)}
                </a>{' '}
                <time className="soft" dateTime={notice.raisedAt}>
                  {i18n.relative(notice.raisedAt, now)}
                </time>
              </li>
            ))}
          </ul>
        </Details>
      )}
      {!read && (
        <ActionForm operation="notifications.markRead" params={{ id }} name={`read-${id}`}>
          <Submit kind="link">{i18n.t('notifications.markRead')}</Submit>
        </ActionForm>
      )}
    </li>
  );
}

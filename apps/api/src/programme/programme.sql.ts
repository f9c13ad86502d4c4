import { isPublic, questionMachine } from '@baraza/domain/qa';

const publicStates = questionMachine.states
  .filter(isPublic)
  .map((state) => `'${state}'`)
  .join(', ');

/** A session `s` of an event `e` as a list names it. Texts leave whole and are read in the reader's language afterwards. */
export const sessionLine = (language: string): string => `json_build_object(
  'id', s.id, 'slug', s.slug, 'number', s.number, 'kind', e.kind, 'state', s.state, 'topic', s.topic,
  'time', json_build_object('precision', s.precision, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'timeZone', s.time_zone, 'basis', s.date_basis),
  'host', (select json_build_object('slug', o.slug, 'name', coalesce(o.names ->> ${language}, o.names ->> 'en')) from organisation o where o.id = s.host_id),
  'recorded', s.recording_url is not null or s.slides_url is not null,
  'board', (select json_build_object('code', b.code, 'phase', b.phase,
      'questions', (select count(*)::int from question q where q.board_id = b.id and q.state in (${publicStates})),
      'answered', (select count(*)::int from question q where q.board_id = b.id and q.state in ('answered_live', 'answered_text')))
    from board b where b.session_id = s.id))`;

/** What the domain asks about a session. */
export const sessionFacts = `
  s.id, s.slug, s.version, s.event_id as "eventId", s.state, (e.organiser_ids || coalesce(r.organiser_ids, '{}'))::text[] as "organiserIds",
  s.starts_at as "startsAt", s.ends_at as "endsAt", s.time_zone as "timeZone", s.recording_url as "recordingUrl", s.slides_url as "slidesUrl",
  s.no_record_reason as "noRecordReason", coalesce((select b.phase in ('published', 'archived') from board b where b.session_id = s.id), true) as "boardSettled",
  (select o.country from organisation o where o.id = s.host_id) as country`;
export const sessionJoins = `session s join event e on e.id = s.event_id left join series r on r.id = e.series_id`;

import { answerableStates, liveExpressionStates } from '@baraza/domain/brokering';
import type { Asker } from '../../platform/asker.ts';
import { bind } from '../../platform/database/bind.ts';
import { decodeCursor } from '../../platform/database/cursor.ts';
import { matchCardJson, partnershipCardJson } from '../case/cards.ts';
import { pathJson, stepJson, stepOf } from '../case/present.ts';
import { readerFacts } from '../case/reader.ts';
import { impartialToRequest, visibleMatch, visiblePartnership, visibleRequest } from '../case/visible.ts';
import type { RequestRow } from './request.row.ts';

export interface RequestFilter {
  readonly kind: readonly string[];
  readonly theme: readonly string[];
  readonly sdg: readonly number[];
  readonly cluster?: string | undefined;
  readonly region: readonly string[];
  readonly state: readonly string[];
  readonly organisation?: string | undefined;
  readonly language: readonly string[];
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const columns = (
  [
    'id',
    'version',
    'state',
    'stateSince',
    'lastActivityAt',
    'endReason',
    'endedBy',
    'endedAt',
    'endNote',
    'createdAt',
    'ref',
    'kind',
    'organisationId',
    'authorId',
    'clusterId',
    'region',
    'visibility',
    'locale',
    'title',
    'context',
    'wantedResult',
    'whatWeTried',
    'whatWeBring',
    'partnerSought',
    'lines',
    'modalities',
    'themes',
    'sdgs',
    'languages',
    'readiness',
    'window',
    'origin',
    'approvedBy',
    'claimedBy',
    'leaseUntil',
    'reviewLeft',
    'clarifications',
    'submittedAt',
    'publishedAt',
    'expiresAt',
    'lastConfirmedAt',
    'suggestions',
    'counterpartIds',
  ] as const satisfies readonly (keyof RequestRow)[]
)
  .map((name) => `r."${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}" as "${name}"`)
  .join(', ');

export const cardColumns = `r.id, r.ref, r.kind, r.state, r.title, r.context, r.organisation_id as "organisationId", r.author_id as "authorId",
  r.counterpart_ids as "counterpartIds", r.themes, r.sdgs, r.languages, r.published_at as "publishedAt", r.expires_at as "expiresAt",
  r.state_since as "stateSince", r.created_at as "createdAt", ${stepJson('s')} as step`;

/** The hot read: everything the page of a request shows, to whoever may see it. */
export function requestSql({ actor, locale }: Pick<Asker, 'actor' | 'locale'>, ref: string) {
  const p = bind();
  const { acts, belongs, broker, member } = readerFacts(actor);
  const at = { ref: p.$(ref), locale: p.$(locale), acts: p.$(acts) };
  const alsoStream = broker
    ? `'desk:all'`
    : `(select 'desk:' || b from unnest(${p.$(belongs)}::uuid[]) b where b = r.organisation_id or b = any(r.counterpart_ids) limit 1)`;
  const matches = member
    ? `coalesce((select json_agg(${matchCardJson()} order by m.created_at desc) from match m
         where m.request_id = r.id and ${visibleMatch(actor, p)}), '[]')`
    : `'[]'::json`;
  const sql = `select ${columns},
      coalesce((select seq from stream where name = 'request:' || r.id), 0) as seq,
      (select json_build_object('id', c.id, 'slug', c.slug, 'name', coalesce(c.names ->> ${at.locale}, c.names ->> 'en'))
        from cluster c where c.id = r.cluster_id) as cluster,
      (select b.name from member b where b.id = r.claimed_by) as "brokerName",
      ${pathJson(`'request:' || r.id`)} as path,
      ${stepOf('request', 'r.id')} as step,
      coalesce((select json_agg(${partnershipCardJson()} order by s.created_at desc) from partnership s
        where s.request_id = r.id and ${visiblePartnership(actor, p)}), '[]') as partnerships,
      ${matches} as matches,
      (select count(*)::int from expression e where e.request_id = r.id and e.sent_at is not null) as "expressionCount",
      ${impartialToRequest(actor, p)} as impartial,
      coalesce((select json_agg(e.organisation_id) from expression e where e.request_id = r.id
        and e.organisation_id = any(${at.acts}::uuid[]) and e.state in (${liveExpressionStates.map((s) => `'${s}'`).join(', ')})), '[]') as "answeredBy",
      (select json_build_object('stream', heard.name, 'seq', coalesce((select seq from stream where name = heard.name), 0))
        from (select ${alsoStream} as name) heard where heard.name is not null) as also
    from request r where r.ref = ${at.ref} and ${visibleRequest(actor, p)}`;
  return { sql, values: p.values };
}

/** Published requests, newest first, from the keyset's place on. */
export function listSql({ actor }: Pick<Asker, 'actor'>, filter: RequestFilter) {
  const p = bind();
  const states = filter.state.length > 0 ? filter.state : answerableStates;
  const after = decodeCursor(filter.cursor, 2);
  const some = (column: string, values: readonly unknown[], type: string) =>
    values.length > 0 && `${column} = any(${p.$(values)}::${type}[])`;
  const overlaps = (column: string, values: readonly unknown[], type: string) =>
    values.length > 0 && `${column} && ${p.$(values)}::${type}[]`;
  const conditions = [
    'r.published_at is not null',
    `r.state = any(${p.$(states)}::text[])`,
    visibleRequest(actor, p),
    some('r.kind', filter.kind, 'text'),
    some('r.region', filter.region, 'text'),
    overlaps('r.themes', filter.theme, 'text'),
    overlaps('r.sdgs', filter.sdg, 'int'),
    overlaps('r.languages', filter.language, 'text'),
    filter.cluster && `r.cluster_id = (select id from cluster where slug = ${p.$(filter.cluster)})`,
    filter.organisation && `r.organisation_id = (select id from organisation where slug = ${p.$(filter.organisation)})`,
    filter.q && `strpos(r.searched, folded(${p.$(filter.q)})) > 0`,
    after && `(r.published_at, r.id) < (${p.$(after[0])}::timestamptz, ${p.$(after[1])}::uuid)`,
  ].filter(Boolean);
  const sql = `select ${cardColumns} from request r left join brokering_step s on s.subject = 'request:' || r.id
    where ${conditions.join(' and ')} order by r.published_at desc, r.id desc limit ${p.$(filter.limit + 1)}`;
  return { sql, values: p.values };
}

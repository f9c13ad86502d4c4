import { answerableStates, liveExpressionStates } from '@baraza/domain/brokering';
import type { UnmetKind } from '@baraza/domain/record';
import { filesJson } from '../../files/index.ts';
import type { Asker } from '../../platform/asker.ts';
import { type Bound, bind } from '../../platform/database/bind.ts';
import { decodeCursor } from '../../platform/database/cursor.ts';
import { matchCardJson, partnershipCardJson } from '../case/cards.ts';
import { caseFileJson } from '../case/case-file.ts';
import { isOfSql } from '../case/holders.queries.ts';
import { pathJson, stepJson, stepOf } from '../case/present.ts';
import { either, readerFacts } from '../case/reader.ts';
import { impartialToRequest, visibleMatch, visiblePartnership, visibleRequest } from '../case/visible.ts';
import { clarificationsJson } from '../clarifications/clarification.presenter.ts';
import { unmetWhere } from '../record/unmet.sql.ts';
import type { RequestRow } from './request.row.ts';

export interface RequestFilter {
  readonly kind: readonly string[];
  readonly theme: readonly string[];
  readonly sdg: readonly number[];
  readonly cluster?: string | undefined;
  readonly region: readonly string[];
  readonly state: readonly string[];
  readonly modality: readonly string[];
  readonly unmet?: UnmetKind | undefined;
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
    'sdgTargets',
    'sectors',
    'languages',
    'readiness',
    'window',
    'origin',
    'urgency',
    'resources',
    'expectedOutcomes',
    'delegateId',
    'counterpart',
    'contactPolicy',
    'heldFrom',
    'heldUntil',
    'holds',
    'addressedTo',
    'proposal',
    'decline',
    'appeal',
    'safeguard',
    'askedAbout',
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
    'enough',
    'partnered',
    'counterpartIds',
    'nextDueAt',
  ] as const satisfies readonly (keyof RequestRow)[]
)
  .map((name) => `r."${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}" as "${name}"`)
  .join(', ');

export const cardColumns = `r.id, r.ref, r.kind, r.state, r.title, r.context, r.organisation_id as "organisationId",
  r.counterpart_ids as "counterpartIds", r.themes, r.sdgs, r.languages, r.published_at as "publishedAt", r.expires_at as "expiresAt",
  r.state_since as "stateSince", r.created_at as "createdAt", ${stepJson('s')} as step`;

/** In the case of the request `r`, or in that of another whose ring answers it too. */
const answeredBy = (matchId: string): string =>
  `${matchId} in (select o.id from match o where o.request_id = r.id union all select x.match_id from ring_request x where x.request_id = r.id)`;

/** The states in which some may rewrite `r`: what only they are shown is looked up in no other. */
const isRevisable = `r.state in ('draft', 'needs_info')`;

/** The hot read: everything the page of a request shows, to whoever may see it. */
export function requestSql(reader: Pick<Asker, 'actor' | 'locale' | 'at'>, ref: string) {
  const { actor, locale } = reader;
  const p = bind();
  const { acts, belongs, broker, member } = readerFacts(actor);
  const at = { ref: p.$(ref), locale: p.$(locale), acts: p.$(acts), now: p.$(reader.at) };
  const worksThere = isOfSql('d.id', 'array[r.organisation_id]', `${at.now}::timestamptz`);
  const alsoStream = broker
    ? `'desk:all'`
    : `(select 'desk:' || b from unnest(${p.$(belongs)}::uuid[]) b where b = r.organisation_id or b = any(r.counterpart_ids) limit 1)`;
  const matches = member
    ? `coalesce((select json_agg(${matchCardJson()} order by m.created_at desc, m.id desc) from match m
         where ${answeredBy('m.id')} and ${visibleMatch(actor, p)}), '[]')`
    : `'[]'::json`;
  const sql = `select ${columns},
      coalesce((select seq from stream where name = 'request:' || r.id), 0) as seq,
      (select json_build_object('id', c.id, 'slug', c.slug, 'name', coalesce(c.names ->> ${at.locale}, c.names ->> 'en'))
        from cluster c where c.id = r.cluster_id) as cluster,
      (select b.name from member b where b.id = r.claimed_by) as "brokerName",
      case when ${isRevisable} then (select f.name from member f where f.id = r.approved_by) end as "focalPointName",
      case when ${isRevisable} then (select d.name from member d where d.id = r.delegate_id and ${worksThere}) end as "delegateName",
      case when ${isRevisable} and r.organisation_id = any(${p.$(belongs)}::uuid[]) then
        (select json_agg(json_build_object('id', d.id, 'name', d.name) order by d.name, d.id) from member d
         where ${worksThere}) end as delegates,
      ${pathJson(`'request:' || r.id`)} as path,
      ${stepOf('request', 'r.id')} as step,
      coalesce((select json_agg(${partnershipCardJson()} order by s.created_at desc, s.id desc) from partnership s
        where ${answeredBy('s.match_id')} and ${visiblePartnership(actor, p)}), '[]') as partnerships,
      ${matches} as matches,
      (select count(*)::int from expression e where e.request_id = r.id and e.sent_at is not null) as "expressionCount",
      ${impartialToRequest(actor, p)} as impartial,
      ${caseFileJson(reader, p)} as file,
      ${filesJson('request', 'r.id')} as files,
      ${clarificationsJson(actor, p)} as questions,
      coalesce((select json_agg(e.organisation_id) from expression e where e.request_id = r.id
        and e.organisation_id = any(${at.acts}::uuid[]) and e.state in (${liveExpressionStates.map((s) => `'${s}'`).join(', ')})), '[]') as "answeredBy",
      (select json_build_object('stream', heard.name, 'seq', coalesce((select seq from stream where name = heard.name), 0))
        from (select ${alsoStream} as name) heard where heard.name is not null) as also
    from request r where r.ref = ${at.ref} and ${visibleRequest(actor, p)}`;
  return { sql, values: p.values };
}

/** What an address narrows the list to: facets one may still choose from, and the rest. */
function narrowed({ actor, at }: Pick<Asker, 'actor' | 'at'>, filter: RequestFilter, p: Bound) {
  const some = (column: string, values: readonly unknown[], type: string) =>
    values.length > 0 && `${column} = any(${p.$(values)}::${type}[])`;
  const overlaps = (column: string, values: readonly unknown[], type: string) =>
    values.length > 0 && `${column} && ${p.$(values)}::${type}[]`;
  const sdgs = either([overlaps('r.sdgs', filter.sdg, 'int'), filter.sdg.includes(0) && `r.sdgs = '{}'`]);
  const facets = {
    kind: some('r.kind', filter.kind, 'text'),
    region: some('r.region', filter.region, 'text'),
    theme: overlaps('r.themes', filter.theme, 'text'),
    sdg: filter.sdg.length > 0 && sdgs,
    modality: overlaps('r.modalities', filter.modality, 'text'),
    language: overlaps('r.languages', filter.language, 'text'),
    state: !filter.unmet && some('r.state', filter.state.length > 0 ? filter.state : answerableStates, 'text'),
  };
  const rest = [
    'r.published_at is not null',
    visibleRequest(actor, p),
    filter.unmet && unmetWhere(filter.unmet, at, p),
    filter.cluster && `r.cluster_id = (select id from cluster where slug = ${p.$(filter.cluster)})`,
    filter.organisation && `r.organisation_id = (select id from organisation where slug = ${p.$(filter.organisation)})`,
    filter.q && `strpos(r.searched, folded(${p.$(filter.q)})) > 0`,
  ].filter(Boolean);
  return { facets, rest };
}

/** Published requests, newest first, from the keyset's place on. */
export function listSql(asker: Pick<Asker, 'actor' | 'at'>, filter: RequestFilter) {
  const p = bind();
  const { facets, rest } = narrowed(asker, filter, p);
  const after = decodeCursor(filter.cursor, 2);
  const conditions = [
    ...rest,
    ...Object.values(facets),
    after && `(r.published_at, r.id) < (${p.$(after[0])}::timestamptz, ${p.$(after[1])}::uuid)`,
  ].filter(Boolean);
  const sql = `select ${cardColumns} from request r left join brokering_step s on s.subject = 'request:' || r.id
    where ${conditions.join(' and ')} order by r.published_at desc, r.id desc limit ${p.$(filter.limit + 1)}`;
  return { sql, values: p.values };
}

/** How many there would be under each value of a facet, if of that facet nothing were chosen yet; and where they are. */
export function facetsSql(asker: Pick<Asker, 'actor' | 'at' | 'locale'>, filter: RequestFilter) {
  const p = bind();
  const { facets, rest } = narrowed(asker, filter, p);
  const names = Object.keys(facets) as (keyof typeof facets)[];
  const others = (but: string | null) =>
    ['true', ...names.filter((name) => name !== but).map((name) => `in_${name}`)].join(' and ');
  const counted = (name: string, value: string, from = '') =>
    `coalesce((select json_object_agg(value, n) from (select ${value} as value, count(*)::int as n from found${from}
      where ${others(name)} group by 1) c), '{}') as ${name}`;
  const each = (name: string, list: string) => counted(name, 'one', ` cross join lateral unnest(${list}) one`);
  const sql = `with found as materialized (
      select r.organisation_id, r.kind, r.region, r.themes, r.sdgs, r.modalities, r.languages, r.state,
        ${names.map((name) => `${facets[name] || 'true'} as in_${name}`).join(', ')}
      from request r where ${rest.join(' and ')})
    select (select count(*)::int from found where ${others(null)}) as total,
      ${counted('kind', 'kind')}, ${counted('region', 'region')}, ${counted('state', 'state')},
      ${each('theme', 'themes')}, ${each('modality', 'modalities')}, ${each('language', 'languages')},
      ${each('sdg', `case when sdgs = '{}' then '{0}' else sdgs end`)},
      coalesce((select json_agg(json_build_object('slug', o.slug, 'name', coalesce(o.names ->> ${p.$(asker.locale)}, o.names ->> 'en'),
          'kind', o.kind, 'lat', o.lat, 'lon', o.lon, 'requests', f.n) order by f.n desc, o.slug)
        from (select organisation_id, count(*)::int as n from found where ${others(null)} group by 1 order by n desc limit 1000) f
        join organisation o on o.id = f.organisation_id where o.lat is not null and o.lon is not null), '[]') as places`;
  return { sql, values: p.values };
}

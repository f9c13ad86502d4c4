import { atTheDeskStates } from '@baraza/domain/brokering';
import type { Actor } from '@baraza/domain/kernel';
import type { Bound } from '../../platform/database/bind.ts';
import { either, readerFacts } from './reader.ts';

// The view rules of the policies as SQL, so that a list is cut to what its reader may see before it is sorted and paged.
// visible.test.ts holds each equal to its rule.

const inStates = (alias: string, ...states: string[]) =>
  `${alias}.state in (${states.map((state) => `'${state}'`).join(', ')})`;
const anyIn = (column: string, ids: readonly string[], p: Bound) =>
  ids.length > 0 && `${column} = any(${p.$(ids)}::uuid[])`;
const overlap = (column: string, ids: readonly string[], p: Bound) =>
  ids.length > 0 && `${column} && ${p.$(ids)}::uuid[]`;

/** Twin of the rule of that name, about a request or an expression. */
function isAuthor(actor: Actor, p: Bound, alias: string): string | false {
  const { id, belongs } = readerFacts(actor);
  const own = anyIn(`${alias}.organisation_id`, belongs, p);
  return id !== null && own && `(${alias}.author_id = ${p.$(id)}::uuid and ${own})`;
}

/** Twin of `requestPolicy.view`, about the request `r`. */
export function visibleRequest(actor: Actor, p: Bound, r = 'r'): string {
  const { member, broker, acts, belongs, clusters } = readerFacts(actor);
  const ownSide = either([anyIn(`${r}.organisation_id`, acts, p), isAuthor(actor, p, r)]);
  const audience = either([
    `${r}.visibility = 'public'`,
    member && `${r}.visibility = 'members'`,
    member && clusters.length > 0 && `(${r}.visibility = 'cluster' and ${anyIn(`${r}.cluster_id`, clusters, p)})`,
  ]);
  return either([
    ownSide !== 'false' && ownSide,
    broker && inStates(r, 'submitted', 'in_review', 'needs_info', 'declined', 'appealed', 'rejected'),
    broker && `(${r}.state = 'withdrawn' and ${r}.submitted_at is not null)`,
    `(${inStates(r, 'published', 'in_matching', 'in_partnering', 'on_hold', 'expired', 'closed')} and ${either([
      broker && 'true',
      overlap(`${r}.counterpart_ids`, belongs, p),
      audience,
    ])})`,
  ]);
}

/** The actor is a broker, and none of their organisations is among these. */
const impartial = (actor: Actor, p: Bound, parties: (ids: string) => string): string | false => {
  const { broker, belongs } = readerFacts(actor);
  if (!broker) return false;
  return belongs.length === 0 ? 'true' : `not (${parties(`${p.$(belongs)}::uuid[]`)})`;
};

/** No organisation of the actor is a party of the request, and the actor is a broker: the cases one may work on (I11). */
export const impartialToRequest = (actor: Actor, p: Bound, r = 'r'): string =>
  impartial(actor, p, (ids) => `${r}.organisation_id = any(${ids}) or ${r}.counterpart_ids && ${ids}`) || 'false';

/** Twin of `clarificationPolicy.view`, about the clarification `q` on the request `r`. */
export function visibleClarification(actor: Actor, p: Bound, q = 'q', r = 'r'): string {
  const { acts, belongs } = readerFacts(actor);
  const readable = visibleRequest(actor, p, r);
  const parties = (ids: string) =>
    `${r}.organisation_id = any(${ids}) or ${r}.counterpart_ids && ${ids} or ${q}.organisation_id = any(${ids})`;
  return either([
    anyIn(`${q}.organisation_id`, acts, p),
    belongs.length > 0 && `(${anyIn(`${q}.organisation_id`, belongs, p)} and ${readable})`,
    anyIn(`${r}.organisation_id`, acts, p),
    impartial(actor, p, parties),
    `(${q}.open and ${q}.state = 'answered' and ${readable})`,
  ]);
}

/** Twin of `expressionPolicy.view`, about the expression `e` on the request `r`. */
export function visibleExpression(actor: Actor, p: Bound, e = 'e', r = 'r'): string {
  const { acts } = readerFacts(actor);
  return either([
    anyIn(`${e}.organisation_id`, acts, p),
    isAuthor(actor, p, e),
    `(${e}.sent_at is not null and ${either([
      anyIn(`${r}.organisation_id`, acts, p),
      impartialToRequest(actor, p, r),
    ])})`,
  ]);
}

/** Twin of `matchPolicy.view`, about the match `m`. */
export function visibleMatch(actor: Actor, p: Bound, m = 'm'): string {
  const { belongs } = readerFacts(actor);
  const party = (ids: string) =>
    `exists (select 1 from match_party mp where mp.match_id = ${m}.id and mp.organisation_id = any(${ids}))`;
  const answered = `select ${m}.request_id union all select x.request_id from ring_request x where x.match_id = ${m}.id`;
  const stake = (ids: string) =>
    `exists (select 1 from request mr where mr.id in (${answered}) and (mr.organisation_id = any(${ids}) or mr.counterpart_ids && ${ids}))`;
  return either([
    belongs.length > 0 && `(not ${inStates(m, ...atTheDeskStates)} and ${party(`${p.$(belongs)}::uuid[]`)})`,
    impartial(actor, p, (ids) => `${party(ids)} or ${stake(ids)}`),
  ]);
}

/** Twin of `partnershipPolicy.view`, about the partnership `s`. */
export function visiblePartnership(actor: Actor, p: Bound, s = 's'): string {
  const { belongs, officer } = readerFacts(actor);
  const party = (ids: string) =>
    `exists (select 1 from partnership_party pp where pp.partnership_id = ${s}.id and pp.organisation_id = any(${ids}))`;
  const verifies = officer && (belongs.length > 0 ? `not ${party(`${p.$(belongs)}::uuid[]`)}` : 'true');
  return either([
    `(${s}.agreed_at is not null and not ${s}.confidential)`,
    belongs.length > 0 && party(`${p.$(belongs)}::uuid[]`),
    impartial(actor, p, party),
    verifies && `(${s}.agreed_at is not null and ${verifies})`,
  ]);
}

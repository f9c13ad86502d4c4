import { deskViews } from '@baraza/contracts/brokering';
import { brokeringTerms } from '@baraza/domain/brokering';
import { addDays } from '@baraza/domain/kernel';
import type { Pool } from 'pg';
import { deskSql } from '../brokering/desk/desk.sql.ts';
import { requestSql } from '../brokering/requests/requests.sql.ts';
import { bareWrite, brokersOf, type Case, casesOf, middleOf, neverAsked } from './desk-cases.ts';
import { beside, besideAtOnce, type Timed } from './timed.ts';
import { type Running, read, write } from './tools.ts';

const most = 100;
const atOnce = 8;
const fifty = Array.from({ length: 55 });
const words = 'What we know of it so far, and what we would need to know before anybody can be asked.';

const underReview = `r.state = 'in_review' and r.proposal is null`;
const open = `r.state in ('published', 'in_matching')`;
/** One for each organisation that is not asked about as many already as it may be. */
const asksForMore = `${open} and r.id in (select distinct on (organisation_id) id from request where state in ('published', 'in_matching')
  and (select count(*) from match_party p join match m on m.id = p.match_id and m.state = 'suggested'
    where p.organisation_id = request.organisation_id) < ${brokeringTerms.match.openSuggestionsEach} order by organisation_id, md5(ref))`;

/** The desk with 5,000 open cases: its queue, its cases, and whatever a broker does with one. */
export async function desk(house: Running, pool: Pool, found: (timed: Timed) => void): Promise<void> {
  const brokers = await brokersOf(pool);
  const [lead] = brokers;
  if (!lead) throw new Error('nobody is at the desk');
  const note = (what: string, rawIs: string, took: Pick<Timed, 'ours' | 'raw'>) =>
    found({ what, rawIs, most, ...took });

  const query = ({ sql, values }: { sql: string; values: readonly unknown[] }) => pool.query(sql, [...values]);
  const asker = () => ({ actor: lead.actor, locale: 'en' as const, at: new Date() });
  const seen = (path: string) => () => read(`${house.url}${path}`, lead.cookie);
  const oneQuery = 'its one query';
  for (const view of deskViews) {
    const cursor = await middleOf(pool, lead.actor, view);
    for (const at of [undefined, cursor]) {
      const took = await beside(fifty, seen(`/api/v1/desk?view=${view}${at ? `&cursor=${at}` : ''}`), () =>
        query(deskSql(asker(), { view, limit: 20, cursor: at })),
      );
      note(`The queue, \`${view}\`, ${at ? 'a page in the middle' : 'the first page'}`, oneQuery, took);
    }
  }
  const theQueue = () => query(deskSql(asker(), { view: 'all', limit: 20 }));
  const count = () => pool.query('select count(*) from request where next_due_at is not null');
  note('How many in each view', 'one count of the open cases', await beside(fifty, seen('/api/v1/desk/counts'), count));
  note('Who holds how much', 'one count of the open cases', await beside(fifty, seen('/api/v1/desk/workload'), count));
  note('The queue, its page drawn', oneQuery, await beside(fifty, seen('/desk'), theQueue));

  const some = await casesOf(pool, brokers, open);
  const theCase = ({ ref, broker }: Case) => query(requestSql({ ...asker(), actor: broker.actor }, ref));
  const opened =
    (path: string) =>
    ({ ref, broker }: Case) =>
      read(`${house.url}${path}${ref}`, broker.cookie);
  note('A case opened', oneQuery, await beside(some, opened('/api/v1/requests/'), theCase));
  note('A case opened, its page drawn', oneQuery, await beside(some, opened('/requests/'), theCase));

  const bareIs = 'the UPDATE, its record and its event in one transaction';
  const bare = bareWrite(pool);
  const post = ({ ref }: Case, deed: string, by: { readonly cookie: string }, body: object) =>
    write(`${house.url}/api/v1/requests/${ref}/${deed}`, by.cookie, body);
  const act = async (what: string, where: string, deed: (one: Case) => Promise<void>) =>
    note(what, bareIs, await beside(await casesOf(pool, brokers, where), deed, bare));

  await act('A case claimed', `r.state = 'submitted' and r.claimed_by is null and r.approved_by is not null`, (one) =>
    post(one, 'claim', lead, { version: one.version }),
  );
  await act('A question asked', underReview, (one) =>
    post(one, 'ask', one.broker, { version: one.version, note: words }),
  );
  await act('A note kept', open, (one) => post(one, 'notes', one.broker, { text: words }));
  await act('A request published', underReview, (one) => post(one, 'publish', one.broker, { version: one.version }));
  await act('Proposed to be declined', `${underReview} and r.claimed_by <> '${lead.id}'`, (one) =>
    post(one, 'decline', one.broker, { version: one.version, reason: 'incomplete', note: words }),
  );
  // The matcher is asked why, and reads everything before its first answer.
  await read(`${house.url}/api/v1/requests/${some[0]?.ref}/candidates`, lead.cookie);
  const cities = await neverAsked(pool);
  await act('A partner suggested', asksForMore, (one) =>
    post(one, 'suggestions', one.broker, { version: one.version, organisationId: cities.pop(), because: words }),
  );
  await act('A case handed over', `${open} and r.claimed_by <> '${lead.id}'`, (one) => {
    const other = brokers.find(({ id }) => id !== one.broker.id);
    return post(one, 'hand-over', lead, { version: one.version, to: other?.id });
  });
  await act('A flag raised', open, (one) =>
    post(one, 'flags', one.broker, { level: 'risk', category: 'other', note: words }),
  );
  const until = addDays(new Date(), 60).toISOString().slice(0, 10);
  await act('Put on hold', open, (one) =>
    post(one, 'hold', one.broker, { version: one.version, reason: 'timing', until }),
  );

  const crowd = brokers.slice(0, atOnce);
  const shared = (each: number) =>
    crowd.map((broker, i) =>
      some
        .slice(i * each)
        .map((one) => ({ ...one, broker }))
        .slice(0, each),
    );
  note(
    `The queue, to ${atOnce} brokers at once`,
    oneQuery,
    await besideAtOnce(shared(12), ({ broker }) => read(`${house.url}/api/v1/desk`, broker.cookie), theQueue),
  );
  note(
    `A note kept, by ${atOnce} brokers at once`,
    bareIs,
    await besideAtOnce(shared(12), (one) => post(one, 'notes', one.broker, { text: words }), bare),
  );
}

import type { MatchView, Message } from '@baraza/contracts/brokering';
import { atTheDeskStates, type MatchFacts, requestsOf } from '@baraza/domain/brokering';
import { belongsTo } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Explanation, Reasons } from '../../matching/index.ts';
import type { Asker } from '../../platform/asker.ts';
import { bind } from '../../platform/database/bind.ts';
import { decodeCursor, pageFrom } from '../../platform/database/cursor.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { idsInPartnership, type MatchCardJson, matchCardJson, partnershipCardJson } from '../case/cards.ts';
import { matchFile } from '../case/cases.repository.ts';
import { Organisations } from '../case/organisations.queries.ts';
import { type MessageJson, organisationsIn, presentMessage, stepOf, stepsOf } from '../case/present.ts';
import { readerFacts } from '../case/reader.ts';
import { nameOf } from '../case/rows.repository.ts';
import { visibleMatch, visiblePartnership, visibleRequest } from '../case/visible.ts';
import { presentMeeting } from '../meetings/meeting.presenter.ts';
import { MeetingRow } from '../meetings/meeting.row.ts';
import { RequestRow } from '../requests/request.row.ts';
import { matchFacts } from './match.moves.ts';
import {
  type Answered,
  type ContactRow,
  type MatchRead,
  presentMatch,
  readsNames,
  type Spoken,
} from './match.presenter.ts';
import { type MatchPartyRow, MatchRow } from './match.row.ts';

const roomPage = 50;
const meetingsShown = 10;

/**
 * Read within a transaction, on its connection alone. The reasons are asked for before it begins: the matcher reads what is
 * committed on connections of its own, and whoever waits for one while holding another may wait for ever.
 */
interface Within {
  readonly tx: EntityManager;
  readonly reasons: Spoken;
}

@Injectable()
export class MatchesQueries {
  private readonly dataSource: DataSource;
  private readonly organisations: Organisations;
  private readonly reasons: Reasons;
  constructor(dataSource: DataSource, organisations: Organisations, reasons: Reasons) {
    this.dataSource = dataSource;
    this.organisations = organisations;
    this.reasons = reasons;
  }

  async read(asker: Asker, id: string, within?: Within): Promise<MatchView> {
    const manager = within?.tx ?? this.dataSource.manager;
    const spoken = within?.reasons ?? (await this.reasonsOf(asker, id));
    const p = bind();
    const [shape]: MatchRead[] = await manager.query(
      `select coalesce((select seq from stream where name = 'match:' || m.id), 0) as seq, ${stepOf('match', 'm.id')} as step,
         coalesce((select json_agg(${partnershipCardJson()} order by s.created_at desc) from partnership s
           where s.match_id = m.id and ${visiblePartnership(asker.actor, p)}), '[]') as partnerships
       from match m join request r on r.id = m.request_id where m.id = ${p.$(id)} and ${visibleMatch(asker.actor, p)}`,
      p.values,
    );
    if (!shape) throw notFound();
    const file = await matchFile(manager, await manager.findOneByOrFail(MatchRow, { id }));
    const { row, parties } = file;
    const request = await manager.findOneByOrFail(RequestRow, { id: row.requestId });
    const facts = matchFacts({ request }, file);
    const contacts = await this.contacts(asker, id, manager);
    const room = await this.room(id, roomPage, undefined, manager);
    const meetings = await manager.find(MeetingRow, {
      where: { matchId: id },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: meetingsShown,
    });
    const steps = await stepsOf(
      manager,
      meetings.map((meeting) => `meeting:${meeting.id}`),
    );
    const known = await this.organisations.know(
      [
        ...parties.map((party) => party.organisationId),
        ...organisationsIn(shape.step),
        ...meetings.flatMap((meeting) => meeting.sides.map((side) => side.organisationId)),
        ...[...steps.values()].flatMap(organisationsIn),
        ...shape.partnerships.flatMap(idsInPartnership),
        ...room.items.map((message) => message.organisationId),
      ],
      manager,
    );
    const view = { ...asker, known };
    const named = readsNames(asker.actor, facts);
    const messages = {
      items: room.items.map((message) => presentMessage(message, view, named)),
      next: room.next,
    };
    const shown = meetings.map((meeting) => presentMeeting(meeting, steps.get(`meeting:${meeting.id}`) ?? null, view));
    return presentMatch(
      {
        row,
        request,
        facts,
        shape,
        contacts,
        messages,
        meetings: shown,
        spoken,
        answered: await this.answered(asker, requestsOf(facts), manager),
        referrer: await this.referrer(asker, row, parties, manager),
      },
      view,
    );
  }

  /** What the suggestion rests on, for this reader, who may not see the match at all. */
  async reasonsOf(asker: Asker, id: string): Promise<Spoken> {
    const [row]: { explanation: Explanation | null; parties: string[] }[] = await this.dataSource.query(
      `select m.explanation, array(select p.organisation_id::text from match_party p where p.match_id = m.id) as parties
       from match m where m.id = $1`,
      [id],
    );
    return this.reasonsFor(asker, row?.explanation ?? null, row?.parties ?? []);
  }

  async reasonsFor(asker: Asker, explanation: Explanation | null, parties: readonly string[]): Promise<Spoken> {
    if (!explanation) return { reasons: [], ties: [] };
    const { clauses, ties = [] } = explanation;
    const audience = parties.some((id) => belongsTo(asker.actor, id)) ? 'side' : 'desk';
    const lists = [clauses, ...ties.map((tie) => tie.clauses)];
    const [reasons = [], ...gives] = await this.reasons.of(lists, asker, audience);
    const spoken: Spoken['ties'][number][] = [];
    for (const [i, { giverId, receiverId, support }] of ties.entries()) {
      const because = [...(gives[i] ?? []), ...(await this.reasons.spoken(support, asker))];
      spoken.push({ giverId, receiverId, because });
    }
    return { reasons, ties: spoken };
  }

  /** What a ring answers, so far as this reader may read it. */
  private async answered(
    { actor }: Asker,
    requests: readonly { readonly id: string }[],
    manager: EntityManager,
  ): Promise<Answered[]> {
    if (requests.length < 2) return [];
    const p = bind();
    return manager.query(
      `select r.id, r.ref, r.title from request r where r.id = any(${p.$(requests.map(({ id }) => id))}::uuid[]) and ${visibleRequest(actor, p)}`,
      p.values,
    );
  }

  /** On whose hint it was suggested: told to the desk. */
  private async referrer(
    { actor }: Asker,
    { referredBy }: MatchRow,
    parties: readonly MatchPartyRow[],
    manager: EntityManager,
  ): Promise<string | null> {
    const side = parties.some((party) => belongsTo(actor, party.organisationId));
    return referredBy && !side ? nameOf(manager, referredBy) : null;
  }

  async messages(asker: Asker, id: string, limit: number, cursor: string | undefined) {
    const { facts } = await this.facts(asker, id);
    const page = await this.room(id, limit, cursor, this.dataSource.manager);
    const known = await this.organisations.know(page.items.map((message) => message.organisationId));
    const named = readsNames(asker.actor, facts);
    const items: Message[] = page.items.map((message) => presentMessage(message, { ...asker, known }, named));
    return { items, next: page.next };
  }

  private async facts(asker: Asker, id: string): Promise<{ facts: MatchFacts }> {
    const p = bind();
    const visible: unknown[] = await this.dataSource.query(
      `select 1 from match m join request r on r.id = m.request_id where m.id = ${p.$(id)} and ${visibleMatch(asker.actor, p)}`,
      p.values,
    );
    if (visible.length === 0) throw notFound();
    const { manager } = this.dataSource;
    const file = await matchFile(manager, await manager.findOneByOrFail(MatchRow, { id }));
    const request = await manager.findOneByOrFail(RequestRow, { id: file.row.requestId });
    return { facts: matchFacts({ request }, file) };
  }

  /**
   * How to reach those who answer for the parties. The one place where an address leaves the house, and the statement
   * itself asks whether it may: the match is open, every party said yes, and the reader belongs to one of them (I2).
   */
  private async contacts({ actor, at }: Asker, matchId: string, manager: EntityManager): Promise<ContactRow[] | null> {
    const rows: ContactRow[] = await manager.query(
      `select a.organisation_id as "organisationId", c.name, c.email, a.role
       from match m
       join match_party p on p.match_id = m.id
       join affiliation a on a.organisation_id = p.organisation_id and a.state = 'active' and a.role in ('focal_point', 'delegate')
         and (a.valid_until is null or a.valid_until > $3)
       join member c on c.id = a.member_id and c.state = 'active'
       where m.id = $1 and m.state in ('introduced', 'scoping', 'agreed')
         and not exists (select 1 from match_party u where u.match_id = m.id and u.stance not in ('must', 'interested'))
         and exists (select 1 from affiliation own join match_party side on side.organisation_id = own.organisation_id
           where side.match_id = m.id and own.member_id = $2 and own.state = 'active' and (own.valid_until is null or own.valid_until > $3))
       order by p.position, a.role desc, c.name limit 40`,
      [matchId, actor.id, at],
    );
    return rows.length > 0 ? rows : null;
  }

  private async room(id: string, limit: number, cursor: string | undefined, manager: EntityManager) {
    const after = decodeCursor(cursor, 1);
    const p = bind();
    const rows: (MessageJson & { seq: string })[] = await manager.query(
      `select t.id, t.author_id as "authorId", a.name as author, t.organisation_id as "organisationId", t.text, t.at, t.seq
       from brokering_message t join member a on a.id = t.author_id where t.match_id = ${p.$(id)}
       ${after ? `and t.seq < ${p.$(after[0])}::bigint` : ''}
       order by t.seq desc limit ${p.$(limit + 1)}`,
      p.values,
    );
    return pageFrom(rows, limit, (row) => [row.seq]);
  }

  async requestIdOf(ref: string): Promise<string | null> {
    const [row]: { id: string }[] = await this.dataSource.query('select id from request where ref = $1', [ref]);
    return row?.id ?? null;
  }

  /** The request of a match and the organisation that is to answer it. */
  async pairOf(id: string): Promise<{ requestId: string; organisationId: string } | undefined> {
    const [row]: { requestId: string; organisationId: string }[] = await this.dataSource.query(
      `select m.request_id as "requestId", p.organisation_id as "organisationId" from match m
       join match_party p on p.match_id = m.id and p.position = 1 where m.id = $1`,
      [id],
    );
    return row;
  }

  async ofReader(asker: Asker, limit: number): Promise<MatchCardJson[]> {
    const { belongs } = readerFacts(asker.actor);
    const rows: { card: MatchCardJson }[] = await this.dataSource.query(
      `select ${matchCardJson()} as card from match m join request r on r.id = m.request_id
       where m.state <> all($3::text[]) and m.id in (select match_id from match_party where organisation_id = any($1::uuid[])) order by m.created_at desc, m.id desc limit $2`,
      [belongs, limit, atTheDeskStates],
    );
    return rows.map((row) => row.card);
  }
}

import type { MatchView, Message } from '@baraza/contracts/brokering';
import { atTheDeskStates, type MatchFacts, requestsOf } from '@baraza/domain/brokering';
import { belongsTo } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Asker } from '../../platform/asker.ts';
import { bind } from '../../platform/database/bind.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { idsInPartnership, type MatchCardJson, matchCardJson, partnershipCardJson } from '../case/cards.ts';
import { matchFile } from '../case/cases.repository.ts';
import { Organisations } from '../case/organisations.queries.ts';
import { organisationsIn, presentMessage, stepOf, stepsOf } from '../case/present.ts';
import { readerFacts } from '../case/reader.ts';
import { nameOf } from '../case/rows.repository.ts';
import { visibleMatch, visiblePartnership, visibleRequest } from '../case/visible.ts';
import { presentMeeting } from '../meetings/meeting.presenter.ts';
import { meetingsOn } from '../meetings/meetings.queries.ts';
import { RequestRow } from '../requests/request.row.ts';
import { matchFacts } from './match.moves.ts';
import { type Answered, type MatchRead, presentMatch, readsNames, type Spoken } from './match.presenter.ts';
import { type MatchPartyRow, MatchRow } from './match.row.ts';
import { versionFor } from './match.version.ts';
import { MatchReasons } from './match-reasons.queries.ts';
import { contactsOf, messagesIn } from './match-room.queries.ts';

const roomPage = 50;

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
  private readonly reasons: MatchReasons;
  constructor(dataSource: DataSource, organisations: Organisations, reasons: MatchReasons) {
    this.dataSource = dataSource;
    this.organisations = organisations;
    this.reasons = reasons;
  }

  async read(asker: Asker, id: string, within?: Within): Promise<MatchView> {
    const manager = within?.tx ?? this.dataSource.manager;
    const spoken = within?.reasons ?? (await this.reasons.of(asker, id));
    const p = bind();
    const [shape]: MatchRead[] = await manager.query(
      `select coalesce((select seq from stream where name = 'match:' || m.id), 0) as seq, ${stepOf('match', 'm.id')} as step,
         coalesce((select json_agg(${partnershipCardJson()} order by s.created_at desc, s.id desc) from partnership s
           where s.match_id = m.id and ${visiblePartnership(asker.actor, p)}), '[]') as partnerships
       from match m join request r on r.id = m.request_id where m.id = ${p.$(id)} and ${visibleMatch(asker.actor, p)}`,
      p.values,
    );
    if (!shape) throw notFound();
    const file = await matchFile(manager, await manager.findOneByOrFail(MatchRow, { id }));
    const { row, parties } = file;
    const request = await manager.findOneByOrFail(RequestRow, { id: row.requestId });
    const facts = matchFacts({ request }, file);
    const contacts = await contactsOf(manager, asker, id);
    const room = await messagesIn(manager, id, roomPage, undefined);
    const meetings = await meetingsOn(manager, { matchId: id });
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
        version: versionFor(asker.actor, { request }, file),
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
    const page = await messagesIn(this.dataSource.manager, id, limit, cursor);
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

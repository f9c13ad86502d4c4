import type {
  AskerRecord,
  BoardDecision,
  BoardFacts,
  BoardMode,
  IdentityPolicy,
  QuestionChange,
  QuestionFacts,
} from '@baraza/domain/qa';
import { openStates } from '@baraza/domain/qa';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type FactsRow, factsOf, questionFacts, valuesOf } from './question.row.ts';

/** A board with what its clock and its address need. */
export interface StoredBoard extends BoardFacts {
  readonly code: string;
  readonly timeZone: string;
  readonly country: string | null;
}

/** What the domain asks about a board `b`, with the session, event, series and host it hangs on. */
export const boardFacts = `
  b.id, b.version, b.seq, b.session_id as "sessionId", b.code, b.phase, b.mode, b.identity, b.votes_open as "votesOpen",
  b.opens_at as "opensAt", b.closes_at as "closesAt", (e.organiser_ids || coalesce(r.organiser_ids, '{}'))::text[] as "organiserIds",
  b.moderator_ids::text[] as "moderatorIds", b.speaker_ids::text[] as "speakerIds", s.time_zone as "timeZone", o.country`;
export const boardJoins = `board b join session s on s.id = b.session_id join event e on e.id = s.event_id
  left join series r on r.id = e.series_id left join organisation o on o.id = s.host_id`;

/** A question and all that was merged into it, without the branch of another. */
const mergeSet = `with recursive merged(id) as (
  select $1::uuid union select q.id from question q join merged on q.merged_into = merged.id where q.id is distinct from $2::uuid)`;

/** Changes that leave the words and the state of a question as everybody knows them. */
const silent: ReadonlySet<string> = new Set(['id', 'seq', 'voteCount', 'claim']);

@Injectable()
export class QaRepository {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  /** Which board a wish concerns, and what its askers were promised: decides under whose name the wish is kept. */
  async promise(
    by: { code: string } | { questionId: string },
  ): Promise<{ id: string; identity: IdentityPolicy } | undefined> {
    const [board]: { id: string; identity: IdentityPolicy }[] =
      'code' in by
        ? await this.dataSource.query('select id, identity from board where code = $1', [by.code])
        : await this.dataSource.query(
            'select b.id, b.identity from question q join board b on b.id = q.board_id where q.id = $1',
            [by.questionId],
          );
    return board;
  }

  /** Locked: whatever changes on a board comes one after the other, so that its number says in which order. */
  async lockBoard(tx: EntityManager, by: { id: string } | { sessionId: string }): Promise<StoredBoard | undefined> {
    const [column, id] = 'id' in by ? ['b.id', by.id] : ['b.session_id', by.sessionId];
    const [board]: StoredBoard[] = await tx.query(
      `select ${boardFacts} from ${boardJoins} where ${column} = $1 for no key update of b`,
      [id],
    );
    return board;
  }

  async insertBoard(
    tx: EntityManager,
    board: Omit<BoardFacts, 'organiserIds'> & { readonly code: string },
  ): Promise<void> {
    await tx.query(
      `insert into board (id, version, seq, session_id, code, phase, mode, identity, votes_open, opens_at, closes_at, moderator_ids, speaker_ids)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        board.id,
        board.version,
        board.seq,
        board.sessionId,
        board.code,
        board.phase,
        board.mode,
        board.identity,
        board.votesOpen,
        board.opensAt,
        board.closesAt,
        board.moderatorIds,
        board.speakerIds,
      ],
    );
  }

  /** The hours of a board that has not closed follow its session's. */
  async saveHours(tx: EntityManager, id: string, opensAt: Date, closesAt: Date): Promise<void> {
    await tx.query('update board set opens_at = $2, closes_at = $3, version = version + 1 where id = $1', [
      id,
      opensAt,
      closesAt,
    ]);
  }

  async removeBoard(tx: EntityManager, id: string): Promise<void> {
    await tx.query('delete from board where id = $1', [id]);
  }

  async question(tx: EntityManager, id: string): Promise<QuestionFacts | undefined> {
    const rows: FactsRow[] = await tx.query(`select ${questionFacts} from question q where q.id = $1`, [id]);
    return rows.map(factsOf)[0];
  }

  async onAir(tx: EntityManager, boardId: string): Promise<QuestionFacts | null> {
    const rows: FactsRow[] = await tx.query(
      `select ${questionFacts} from question q where q.board_id = $1 and q.state = 'on_air'`,
      [boardId],
    );
    return rows.map(factsOf)[0] ?? null;
  }

  /** Every question that still waits for an answer or a decision. */
  async open(tx: EntityManager, boardId: string): Promise<QuestionFacts[]> {
    const rows: FactsRow[] = await tx.query(
      `select ${questionFacts} from question q where q.board_id = $1 and q.state = any($2) order by q.submitted_at, q.id`,
      [boardId, openStates],
    );
    return rows.map(factsOf);
  }

  async count(tx: EntityManager, boardId: string): Promise<{ asked: number; open: number }> {
    const [row]: { asked: number; open: number }[] = await tx.query(
      'select count(*)::int as asked, (count(*) filter (where state = any($2)))::int as open from question where board_id = $1',
      [boardId, openStates],
    );
    return row ?? { asked: 0, open: 0 };
  }

  async record(tx: EntityManager, boardId: string, handle: string, clientUuid: string): Promise<AskerRecord> {
    const same: FactsRow[] = await tx.query(`select ${questionFacts} from question q where q.client_uuid = $1`, [
      clientUuid,
    ]);
    const mine: AskerRecord['mine'] = await tx.query(
      'select state, submitted_at as "submittedAt" from question where board_id = $1 and asker_handle = $2',
      [boardId, handle],
    );
    return { same: same.map(factsOf)[0] ?? null, mine };
  }

  async insertQuestion(tx: EntityManager, question: Omit<QuestionFacts, 'version'>): Promise<void> {
    const values = [...valuesOf(question), ['said_seq', question.seq] as const];
    await tx.query(
      `insert into question (${values.map(([column]) => column).join(', ')}) values (${values.map((_, i) => `$${i + 1}`).join(', ')})`,
      values.map(([, value]) => value),
    );
    await this.number(tx, question.boardId, question.seq);
  }

  private async number(tx: EntityManager, boardId: string, seq: number): Promise<void> {
    await tx.query('update board set seq = $2 where id = $1', [boardId, seq]);
  }

  /** Stores what was decided. `closesAt` goes with a change of phase. */
  async save(
    tx: EntityManager,
    board: BoardFacts,
    decision: BoardDecision,
    closesAt: Date = board.closesAt,
  ): Promise<void> {
    const { phase = board.phase, mode = board.mode, identity = board.identity } = decision.board;
    if (Object.keys(decision.board).length === 0) await this.number(tx, board.id, decision.seq);
    else
      await tx.query(
        'update board set seq = $2, phase = $3, mode = $4, identity = $5, closes_at = $6, version = version + 1 where id = $1',
        [board.id, decision.seq, phase, mode satisfies BoardMode, identity, closesAt],
      );
    // What leaves the air leaves it before the next comes: the index allows one at a time.
    for (const change of decision.questions) await this.saveQuestion(tx, change);
  }

  private async saveQuestion(tx: EntityManager, change: QuestionChange): Promise<void> {
    const { id, seq, ...rest } = change;
    const values = valuesOf(rest);
    const said = Object.keys(change).some((field) => !silent.has(field));
    const sets = ['seq = $2', ...values.map(([column], i) => `${column} = $${i + 3}`)];
    if (said) sets.push('said_seq = $2', 'version = version + 1');
    await tx.query(`update question set ${sets.join(', ')} where id = $1`, [
      id,
      seq,
      ...values.map(([, value]) => value),
    ]);
  }

  /** Who voted for a question or for anything merged into it, leaving out what hangs on `without`. */
  async voters(tx: EntityManager, id: string, without: string | null = null): Promise<ReadonlySet<string>> {
    const rows: { handle: string }[] = await tx.query(
      `${mergeSet} select distinct handle from vote where question_id in (select id from merged)`,
      [id, without],
    );
    return new Set(rows.map(({ handle }) => handle));
  }

  async hasVoted(tx: EntityManager, id: string, handle: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `${mergeSet} select 1 from vote where handle = $3 and question_id in (select id from merged) limit 1`,
      [id, null, handle],
    );
    return rows.length > 0;
  }

  async saveVote(tx: EntityManager, question: QuestionFacts, handle: string, vote: 'add' | 'remove'): Promise<void> {
    if (vote === 'add')
      await tx.query('insert into vote (question_id, handle, board_id) values ($1, $2, $3)', [
        question.id,
        handle,
        question.boardId,
      ]);
    else
      await tx.query(`${mergeSet} delete from vote where handle = $3 and question_id in (select id from merged)`, [
        question.id,
        null,
        handle,
      ]);
  }
}

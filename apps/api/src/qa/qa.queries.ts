import type { Actor, AffiliationRole } from '@baraza/domain/kernel';
import { isPublic, openStates, type QuestionState, questionMachine } from '@baraza/domain/qa';
import type { LocalizedText } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { bind } from '../platform/database/bind.ts';
import { type StoredLine, sharing } from '../platform/finders.ts';
import type { Described } from '../platform/things.ts';
import type { Named, PublicBoard } from './qa.presenter.ts';
import { boardFacts, boardJoins, type StoredBoard } from './qa.repository.ts';
import { factsOf, questionFacts } from './question.row.ts';

/** The SQL twin of what `questionPolicy.view` lets everybody see. */
export const publicStates: readonly QuestionState[] = questionMachine.states.filter(isPublic);

export interface StoredSession {
  readonly slug: string;
  readonly topic: LocalizedText;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly dated: boolean;
  readonly timeZone: string;
  readonly recordingUrl: string | null;
}
export type ReadBoard = StoredBoard &
  PublicBoard & {
    readonly session: StoredSession;
    /** Whether `questions` and `gone` are only what changed since the number asked for. */
    readonly partly: boolean;
  };

const session = `json_build_object('slug', s.slug, 'topic', s.topic, 'startsAt', s.starts_at, 'endsAt', s.ends_at,
  'dated', s.precision = 'instant', 'timeZone', s.time_zone, 'recordingUrl', s.recording_url) as session`;

/** Places of the values: the board, the number since which, the public states. */
const partly = '($2::int is not null and $2::int between 0 and b.seq)';
const publicQuestion = `json_build_object('id', q.id, 'seq', q.seq, 'saidSeq', q.said_seq, 'state', q.state, 'text', q.text,
  'edited', q.original is not null, 'alias', q.alias,
  'name', case when b.identity = 'named' then (select m.name from member m where m.id = q.asker_id) end,
  'voteCount', q.vote_count, 'publishedAt', q.published_at, 'onAirAt', q.on_air_at, 'answeredAt', q.answered_at,
  'answer', q.answer, 'recordingOffsetMs', q.recording_offset_ms, 'dueAt', q.due_at, 'closingReason', q.closing_reason,
  'grounding', (select coalesce(json_agg(citation(g ->> 'source', g ->> 'place')), '[]') from jsonb_array_elements(q.grounding) g))`;

/** One statement, one moment: a board, and what of it changed since a number that it has reached. */
export const boardRead = (where: string): string => `
  select ${boardFacts}, ${session}, ${partly} as partly,
    (select coalesce(json_agg(${publicQuestion} order by q.id), '[]') from question q
      where q.board_id = b.id and q.state = any($3) and q.seq > case when ${partly} then $2 else -1 end) as questions,
    (select coalesce(json_agg(q.id order by q.id), '[]') from question q
      where q.board_id = b.id and ${partly} and q.seq > $2 and q.published_at is not null and not q.state = any($3)) as gone,
    (select q.id from question q where q.board_id = b.id and q.state = 'on_air') as "onAir"
  from ${boardJoins} where ${where}`;

@Injectable()
export class QaQueries {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  /** A board as everybody sees it: whole, or what changed since a number that it has reached. */
  async board(by: { code: string } | { id: string }, since: number | null): Promise<ReadBoard | undefined> {
    const [where, value] = 'code' in by ? ['b.code = $1', by.code] : ['b.id = $1', by.id];
    const [found]: ReadBoard[] = await this.dataSource.query(boardRead(where), [value, since, publicStates]);
    return found;
  }

  /** What a device or member has asked and voted for here. */
  async own(boardId: string, handle: string) {
    const [questions, votes]: [Parameters<typeof factsOf>[0][], { id: string }[]] = await Promise.all([
      this.dataSource.query(
        `select ${questionFacts} from question q where q.board_id = $1 and q.asker_handle = $2 order by q.submitted_at desc, q.id`,
        [boardId, handle],
      ),
      this.dataSource.query('select question_id as id from vote where board_id = $1 and handle = $2', [
        boardId,
        handle,
      ]),
    ]);
    return { questions: questions.map(factsOf), votes: votes.map(({ id }) => id) };
  }

  async facts(
    code: string,
  ): Promise<(StoredBoard & { session: StoredSession; open: number; asked: number }) | undefined> {
    const [found]: (StoredBoard & { session: StoredSession; open: number; asked: number })[] =
      await this.dataSource.query(
        `select ${boardFacts}, ${session},
         (select count(*)::int from question q where q.board_id = b.id and q.state = any($2)) as open,
         (select count(*)::int from question q where q.board_id = b.id) as asked
       from ${boardJoins} where b.code = $1`,
        [code, openStates],
      );
    return found;
  }

  /** Everything on a board, most wanted first; a board holds no more than it may (`boardCapacity`). */
  async all(boardId: string): Promise<Named[]> {
    const rows: (Parameters<typeof factsOf>[0] & Pick<Named, 'name' | 'claimant'>)[] = await this.dataSource.query(
      `select ${questionFacts}, m.name, c.name as claimant from question q
         left join member m on m.id = q.asker_id left join member c on c.id = q.claim_by
       where q.board_id = $1 order by q.vote_count desc, q.submitted_at, q.id`,
      [boardId],
    );
    return rows.map(factsOf);
  }

  /** How a member can be shown without their name: what they are, and where. */
  async standing({ id, actingFor }: Actor): Promise<{ role: AffiliationRole; country: string | null } | undefined> {
    if (id === null) return undefined;
    const [row]: { role: AffiliationRole; country: string | null }[] = await this.dataSource.query(
      `select a.role, o.country from affiliation a join organisation o on o.id = a.organisation_id
       where a.member_id = $1 and a.state = 'active' order by (a.organisation_id = $2) desc, a.valid_from, a.id limit 1`,
      [id, actingFor],
    );
    return row;
  }

  /** Questions everybody may read, and one's own, for rooms that speak of them. */
  async describe(
    ids: readonly string[],
    me: string | null,
  ): Promise<readonly (Omit<Described, 'title' | 'locale'> & { text: LocalizedText })[]> {
    return this.dataSource.query(
      `select q.id, q.text, '/b/' || b.code || '#question-' || q.id as href, q.submitted_at as at
       from question q join board b on b.id = q.board_id where q.id = any($1) and (q.state = any($2) or q.asker_id = $3 or q.owner_id = $3)`,
      [ids, publicStates, me],
    );
  }

  /** Questions of sessions that were answered, whose words or answer hold any of these: the ones with the most of them first. */
  async answered(words: readonly string[], limit: number): Promise<readonly StoredLine[]> {
    const bound = bind();
    const { any, hits } = sharing('q.searched', words, bound);
    return this.dataSource.query(
      `select q.id, q.text as title, '/b/' || b.code || '#question-' || q.id as href, q.answered_at as at,
         'question' as form, q.state, null as ref, null as by, null as where, null as count, ${hits} as hits
       from question q join board b on b.id = q.board_id
       where q.state in ('answered_live', 'answered_text') and ${any} order by hits desc, q.answered_at desc, q.id limit ${bound.$(limit)}`,
      [...bound.values],
    );
  }
}

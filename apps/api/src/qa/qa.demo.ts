import { createHash } from 'node:crypto';
import { addDays, calendarOf, type Locale } from '@baraza/domain/kernel';
import { joinCode } from '@baraza/domain/programme';
import { type BoardFacts, boardDeadline, followUpDue, type QuestionState, questionDeadline } from '@baraza/domain/qa';
import { type LocalizedText, translated, written } from '@baraza/domain/translation';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readContent } from '../demo/content.ts';
import { demoId } from '../demo/ids.ts';
import type { DemoStep } from '../demo/step.ts';
import { asSystem } from '../platform/asker.ts';
import { Clock } from '../platform/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

interface Question {
  readonly id: string;
  readonly event: string;
  readonly lang: Locale;
  readonly askedBy: { readonly role: string };
  readonly question: string;
  readonly questionEn: string;
  readonly answer: string | null;
  readonly answerEn: string | null;
  readonly grounding: readonly { readonly source: string; readonly place: string }[];
}
interface Session {
  readonly id: string;
  readonly slug: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly country: string | null;
}

/** What today's session takes up again: questions that the webinars left open, the last of them not yet read by a moderator. */
const takenUp = [
  'q-webinar-03-3',
  'q-webinar-15-2',
  'q-webinar-12-2',
  'q-webinar-05-2',
  'q-webinar-01-2',
  'q-webinar-07-3',
];
const live = 'open-questions-webinars-3-15';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const codeOf = (slug: string): string => joinCode(digest(`board ${slug}`));
const votesOf = (id: string): number => 4 + (digest(id).readUInt16BE(0) % 44);

const inEnglishToo = (lang: Locale, text: string, english: string, at: Date): LocalizedText => {
  const source = written(lang, text);
  const variant = { locale: 'en', text: english, kind: 'human', engine: null, by: null } as const;
  return translated(source, { ...variant, sourceHash: source.sourceHash, at: at.toISOString() });
};

/** The questions of the webinars on their boards, answered from the sources or still owed, and a board that collects today. */
export const qaDemo: DemoStep = async (app) => {
  const db = app.get(DataSource);
  const now = app.get(Clock).now();
  const questions = readContent<Question[]>('questions');
  const slugs = [...new Set([...questions.map(({ event }) => event), live])];
  const sessions: Session[] = await db.query(
    `select s.id, s.slug, s.starts_at as "startsAt", s.ends_at as "endsAt", s.time_zone as "timeZone", o.country
     from session s left join organisation o on o.id = s.host_id where s.slug = any($1)`,
    [slugs],
  );
  const [organiser]: { id: string }[] = await db.query('select id from member where id = $1', [
    demoId('member', 'organiser'),
  ]);
  const boards = sessions.map((session) => {
    const asked = session.slug === live ? pick(questions) : questions.filter(({ event }) => event === session.slug);
    return { session, asked, id: demoId('board', session.slug), isLive: session.slug === live };
  });
  const rows = boards.flatMap(({ session, asked, id, isLive }) =>
    asked.map((question, i) =>
      isLive ? liveRow(question, id, i + 1, now) : pastRow(question, id, i + 1, session, organiser?.id, now),
    ),
  );
  await fill(
    db,
    'board',
    boards.map(({ session, asked, id, isLive }) => ({
      id,
      version: 1,
      seq: asked.length,
      session_id: session.id,
      code: codeOf(session.slug),
      phase: isLive ? 'collecting' : 'published',
      mode: isLive ? 'trusted_auto' : 'pre_moderated',
      identity: 'alias_known_to_moderators',
      votes_open: true,
      opens_at: isLive ? addDays(session.startsAt, -7) : session.startsAt,
      closes_at: session.endsAt,
      moderator_ids: [],
      speaker_ids: [],
    })),
  );
  await fill(db, 'question', rows);
  await db.query(
    `insert into vote (question_id, handle, board_id)
     select q.id, 'device:demo-' || n, q.board_id from question q, generate_series(1, q.vote_count) n`,
  );
  await owe(app, boards.find(({ isLive }) => isLive)?.session, rows, now);
};

const pick = (questions: readonly Question[]): Question[] =>
  takenUp.flatMap((id) => questions.filter((question) => question.id === id));

async function fill(db: DataSource, table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await db.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

const minute = 60_000;
const common = (question: Question, boardId: string, seq: number, at: Date) => ({
  version: 1,
  board_id: boardId,
  seq,
  said_seq: seq,
  asker_handle: `device:demo-${question.id}`,
  asker_id: null,
  alias: question.askedBy.role,
  text: inEnglishToo(question.lang, question.question, question.questionEn, at),
  resent: false,
});

/** In the record: answered in writing with what the answer rests on, or owed by the organiser, or closed for want of an answer. */
function pastRow(
  question: Question,
  boardId: string,
  seq: number,
  session: Session,
  organiser: string | undefined,
  now: Date,
) {
  const { answer, answerEn, lang, grounding } = question;
  const owed = !answer && organiser !== undefined && takenUp.indexOf(question.id) < 2 && takenUp.includes(question.id);
  const state: QuestionState = answer ? 'answered_text' : owed ? 'deferred' : 'closed_unanswered';
  const submitted = new Date(session.startsAt.getTime() + seq * minute);
  return {
    ...common(question, boardId, seq, submitted),
    id: demoId('question', question.id),
    client_uuid: demoId('question', question.id),
    state,
    answer: answer ? inEnglishToo(lang, answer, answerEn ?? answer, session.endsAt) : null,
    grounding,
    vote_count: votesOf(question.id),
    submitted_at: submitted,
    published_at: submitted,
    answered_at: answer ? session.endsAt : null,
    closing_reason: state === 'closed_unanswered' ? 'no_expert' : null,
    owner_id: owed ? organiser : null,
    due_at: owed ? followUpDue(now, calendarOf(session.country, session.timeZone)) : null,
  };
}

/** On the board that collects: let on by a moderator, the last still waiting for one. */
function liveRow(question: Question, boardId: string, seq: number, now: Date) {
  const submitted = new Date(now.getTime() - (takenUp.length - seq + 1) * 9 * minute);
  const waits = seq === takenUp.length;
  const state: QuestionState = waits ? 'pending' : 'published';
  return {
    ...common(question, boardId, seq, submitted),
    id: demoId('question', `live-${question.id}`),
    client_uuid: demoId('question', `live-${question.id}`),
    state,
    answer: null,
    grounding: [],
    vote_count: waits ? 0 : votesOf(`live ${question.id}`),
    submitted_at: submitted,
    published_at: waits ? null : submitted,
    answered_at: null,
    closing_reason: null,
    owner_id: null,
    due_at: null,
  };
}

/** What the services would have armed: the end of the live board, and every answer that was promised. */
async function owe(
  app: INestApplicationContext,
  session: Session | undefined,
  rows: readonly { id: string; state: QuestionState; owner_id: string | null | undefined; due_at: Date | null }[],
  now: Date,
): Promise<void> {
  await app.get(UnitOfWork).run(asSystem(now), async ({ arm }) => {
    for (const { id, state, owner_id, due_at } of rows) {
      const deadline = questionDeadline({ id, state, ownerId: owner_id ?? null, dueAt: due_at });
      if (deadline) await arm({ ...deadline, kind: `qa.question.${deadline.kind}` });
    }
    if (!session) return;
    const board = { id: demoId('board', live), phase: 'collecting', closesAt: session.endsAt } as BoardFacts;
    const deadline = boardDeadline(board, { calendar: calendarOf(session.country, session.timeZone) });
    if (deadline) await arm({ ...deadline, kind: `qa.board.${deadline.kind}` });
  });
}

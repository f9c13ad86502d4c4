import type { BoardView, DeskView, StageView } from '@baraza/contracts/qa';
import { can, Refusal } from '@baraza/domain/kernel';
import { readJoinCode } from '@baraza/domain/programme';
import { type BoardFacts, boardMovesFor, boardPolicy, visibleTo } from '@baraza/domain/qa';
import { readIn } from '@baraza/domain/translation';
import { translatorFor } from '@baraza/i18n/server';
import { Inject, Injectable } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { SETTINGS, type Settings } from '../platform/config/settings.ts';
import { Finders, lineOf } from '../platform/finders.ts';
import { notFound } from '../platform/http/problem-error.ts';
import { Streams } from '../platform/live/streams.ts';
import { Things } from '../platform/things.ts';
import { Participants } from './qa.participants.ts';
import { presentForDesk, presentOwn, presentPatch, presentSnapshot, shown } from './qa.presenter.ts';
import { QaQueries, type StoredSession } from './qa.queries.ts';
import { qrPath } from './qr.ts';

const sessionFor = ({ topic, ...session }: StoredSession, { locale }: Asker) => ({
  ...session,
  topic: readIn(topic, locale),
});

const takesQuestions = ({ phase }: BoardFacts): boolean => phase === 'collecting' || phase === 'live';

/** A board as the audience, the desk and the projector see it. */
@Injectable()
export class QaReader {
  private readonly queries: QaQueries;
  private readonly participants: Participants;
  private readonly settings: Settings;

  constructor(
    queries: QaQueries,
    participants: Participants,
    streams: Streams,
    things: Things,
    finders: Finders,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.queries = queries;
    this.participants = participants;
    this.settings = settings;
    streams.allow('board', async (_, code) => (await queries.facts(code)) !== undefined);
    streams.allow('moderation', async ({ actor }, code) => {
      const board = await queries.facts(code);
      return board !== undefined && can(boardPolicy, actor, 'stage', board);
    });
    things.describe('question', async (ids, { actor, locale }) => {
      const found = await queries.describe(ids, actor.id);
      return found.map(({ text, ...thing }) => {
        const { text: title, locale: written } = readIn(text, locale);
        return { ...thing, title, locale: written };
      });
    });
    finders.offer('question', async ({ some = [], limit }, { locale }) =>
      some.length === 0 ? [] : (await queries.answered(some, limit)).map((line) => lineOf('question', line, locale)),
    );
  }

  /** A code as somebody typed it, once it is one. */
  async enter(typed: string): Promise<string> {
    const code = readJoinCode(typed);
    if (!code || !(await this.queries.facts(code)))
      throw new Refusal('not-found', 'qa.refuse.boardNotFound', {}, 'code');
    return code;
  }

  async board(typed: string, since: number | undefined, asker: Asker): Promise<BoardView> {
    const by = { code: codeOf(typed) };
    let board = await this.queries.board(by, since ?? null);
    if (!board) throw notFound();
    const patch = board.partly && since !== undefined ? presentPatch(board, since) : null;
    if (board.partly && !patch) board = (await this.queries.board(by, null)) ?? board;
    const who = this.participants.of(board, asker);
    const own = who.handle === null ? null : await this.queries.own(board.id, who.handle);
    const moderates = can(boardPolicy, asker.actor, 'moderate', board);
    return {
      id: board.id,
      code: board.code,
      session: sessionFor(board.session, asker),
      identity: board.identity,
      votesOpen: board.votesOpen && takesQuestions(board),
      closesAt: board.closesAt.toISOString(),
      snapshot: patch ? null : presentSnapshot(board),
      patch,
      mine: (own?.questions ?? []).map((question) => presentOwn(who, board, question)),
      votes: own?.votes ?? [],
      entered: who.handle !== null,
      asks: takesQuestions(board) && (board.mode !== 'moderators_only' || moderates),
      alias: own?.questions[0]?.alias ?? (await this.aliasOf(asker)),
      moderates,
      stages: can(boardPolicy, asker.actor, 'stage', board),
    };
  }

  private async aliasOf({ actor, locale }: Asker): Promise<string | null> {
    const standing = await this.queries.standing(actor);
    if (!standing) return null;
    const i18n = translatorFor(locale);
    const role = i18n.t(`kernel.affiliation.${standing.role}`);
    return standing.country ? `${role} · ${i18n.country(standing.country)}` : role;
  }

  async desk(typed: string, asker: Asker): Promise<DeskView> {
    const board = await this.queries.facts(codeOf(typed));
    if (!board) throw notFound();
    const { actor } = asker;
    if (!can(boardPolicy, actor, 'stage', board)) throw new Refusal('not-permitted', 'qa.refuse.boardNotYours');
    const who = this.participants.of(board, asker);
    const all = await this.queries.all(board.id);
    return {
      id: board.id,
      code: board.code,
      version: board.version,
      seq: board.seq,
      session: sessionFor(board.session, asker),
      phase: board.phase,
      mode: board.mode,
      identity: board.identity,
      open: board.open,
      moderates: can(boardPolicy, actor, 'moderate', board),
      moves: boardMovesFor(actor, board),
      identityFixed: board.asked > 0 || !can(boardPolicy, actor, 'setIdentity', board),
      questions: all
        .filter((question) => visibleTo(who, board, question))
        .map((question) => presentForDesk(who, board, question, asker.at)),
    };
  }

  async stage(typed: string, asker: Asker): Promise<StageView> {
    const board = await this.queries.board({ code: codeOf(typed) }, null);
    if (!board) throw notFound();
    const onAir = board.questions.find(({ id }) => id === board.onAir);
    const { baseUrl } = this.settings;
    return {
      id: board.id,
      code: board.code,
      seq: board.seq,
      phase: board.phase,
      topic: readIn(board.session.topic, asker.locale),
      onAir: onAir ? shown(onAir.text) : null,
      host: `${new URL(baseUrl).host}/live`,
      qr: qrPath(`${baseUrl}/b/${board.code}`),
    };
  }
}

const codeOf = (typed: string): string => {
  const code = readJoinCode(typed);
  if (!code) throw notFound();
  return code;
};

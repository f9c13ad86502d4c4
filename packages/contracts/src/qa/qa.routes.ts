import { z } from 'zod';
import { defineRoutes, Id } from '../kernel/index.ts';
import { BoardView, OwnQuestion } from './board.schema.ts';
import { qaEndpoints } from './qa.endpoints.ts';
import {
  Asked,
  Ballot,
  BoardAfter,
  BoardSettings,
  BoardStep,
  Claimed,
  Counted,
  DeskView,
  Entered,
  Entry,
  Leftovers,
  QuestionAfter,
  QuestionStep,
  StageView,
} from './question.schema.ts';

const params = z.object({ code: z.string().max(40) });
const byId = z.object({ id: Id });

export const qa = defineRoutes('qa', qaEndpoints, {
  enter: {
    summary: 'Enter a board by the code shown at the session; a guest’s device is told apart from then on',
    access: 'anyone',
    repeatable: true,
    perMinute: 60,
    body: Entry,
    response: Entered,
  },
  board: {
    summary: 'A board: whole, or what changed since a number; with the reader’s own questions and votes',
    access: 'anyone',
    params,
    query: z.object({ since: z.coerce.number().int().min(-1).max(2_147_483_647).optional() }),
    response: BoardView,
  },
  desk: {
    summary: 'Every question of a board, for its moderators and speakers',
    access: 'member',
    params,
    response: DeskView,
  },
  stage: { summary: 'What the projector shows', access: 'anyone', params, response: StageView },
  ask: {
    summary: 'Ask a question, as a member or a guest',
    access: 'anyone',
    params,
    body: Asked,
    status: 201,
    response: OwnQuestion,
  },
  moveBoard: {
    summary: 'Take a board to its next phase',
    access: 'member',
    params,
    body: BoardStep,
    response: BoardAfter,
  },
  settle: {
    summary: 'Change who sees new questions first, or what askers are promised',
    access: 'member',
    params,
    body: BoardSettings,
    response: BoardAfter,
  },
  closeLeftovers: {
    summary: 'Close every question that is still open, with one reason',
    access: 'member',
    params,
    body: Leftovers,
    response: BoardAfter,
  },
  vote: {
    summary: 'Vote for a question, or take the vote back',
    access: 'anyone',
    params: byId,
    body: Ballot,
    response: Counted,
  },
  move: {
    summary: 'Publish, dismiss, put on air, answer, merge, withdraw …',
    access: 'anyone',
    params: byId,
    body: QuestionStep,
    response: QuestionAfter,
  },
  claim: {
    summary: 'Hold a question while writing its answer; again while still writing',
    access: 'member',
    params: byId,
    response: Claimed,
  },
  release: { summary: 'Let another write the answer', access: 'member', params: byId, response: Claimed },
});

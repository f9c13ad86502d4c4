import { type Actor, anyOf, anyone, hasRole, type Policy, type Rule, theSystem } from '../../kernel/index.ts';
import type { BoardFacts } from './board.facts.ts';
import type { BoardMove } from './board.machine.ts';

const isAmong = (ids: readonly string[], actor: Actor): boolean => actor.id !== null && ids.includes(actor.id);

const isNamedOrganiser: Rule<BoardFacts> = (actor, board) => isAmong(board.organiserIds, actor);
const isNamedModerator: Rule<BoardFacts> = (actor, board) => isAmong(board.moderatorIds, actor);
const speaks: Rule<BoardFacts> = (actor, board) => isAmong(board.speakerIds, actor);

export const organisesBoard: Rule<BoardFacts> = anyOf(isNamedOrganiser, hasRole('organiser', 'admin'));
export const moderatesBoard: Rule<BoardFacts> = anyOf(organisesBoard, isNamedModerator, hasRole('moderator'));
/** Whoever brings a question on the stage and answers it. */
export const stagesBoard: Rule<BoardFacts> = anyOf(moderatesBoard, speaks);

export const boardPolicy: Policy<'view' | 'moderate' | 'stage' | 'setMode' | 'setIdentity' | BoardMove, BoardFacts> = {
  view: anyone,
  moderate: moderatesBoard,
  stage: stagesBoard,
  setMode: moderatesBoard,
  setIdentity: organisesBoard,
  open: anyOf(organisesBoard, theSystem),
  goLive: anyOf(moderatesBoard, theSystem),
  wrapUp: anyOf(moderatesBoard, theSystem),
  resume: moderatesBoard,
  publish: organisesBoard,
  archive: anyOf(organisesBoard, theSystem),
};

import type { BoardPatch, BoardSnapshot, BoardView } from '@baraza/contracts/qa';
import { applyDelta } from '@baraza/domain/qa';

/** A board as this page knows it: the public part always whole. */
export type Board = Omit<BoardView, 'snapshot' | 'patch'> & { readonly state: BoardSnapshot };

/** What stands after a patch; null when something in between is missing and the board must be asked. */
export function patched(known: BoardSnapshot, { votes, changed, ...patch }: BoardPatch): BoardSnapshot | null {
  const byId = new Map(known.questions.map((question) => [question.id, question]));
  const counted = votes.flatMap((vote) => {
    const question = byId.get(vote.id);
    return question ? [{ ...question, ...vote }] : [];
  });
  if (counted.length < votes.length) return null;
  return applyDelta(known, {
    kind: 'delta',
    ...patch,
    changed: [...changed, ...counted],
  }) as BoardSnapshot | null;
}

/** The server's answer laid over what was known; null when it does not fit. */
export function merged(known: Board | undefined, { snapshot, patch, ...view }: BoardView): Board | null {
  const state = snapshot ?? (known && patch ? patched(known.state, patch) : null);
  return state && { ...view, state };
}

/** Whether a patch concerns what only its asker sees: their question may have been let on, or turned down. */
export const concernsOwn = ({ mine }: Board, { changed, gone }: BoardPatch): boolean =>
  mine.some(
    ({ id, state }) => state === 'pending' || gone.includes(id) || changed.some((question) => question.id === id),
  );

import type { BoardPatch } from '@baraza/contracts/qa';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi, useData } from '../../platform/index.ts';
import { type Board, concernsOwn, patched } from './board-state.ts';
import { boardQuery } from './qa.queries.ts';
import { useLive } from './use-live.ts';

/** The board of this code as it is now, and stays. */
export function useBoard(code: string): Board {
  const api = useApi();
  const queries = useQueryClient();
  const query = boardQuery(api, code);
  const board = useData(query);
  const look = () => void queries.invalidateQueries({ queryKey: query.queryKey, exact: true });
  useLive(`board:${board.code}`, {
    onNews: ({ data }) => {
      const known = queries.getQueryData<Board>(query.queryKey);
      const patch = data as BoardPatch;
      const state = known && patched(known.state, patch);
      if (!state || concernsOwn(known, patch)) look();
      else if (state !== known.state) queries.setQueryData(query.queryKey, { ...known, state });
    },
    onLook: look,
  });

  const { entered, asks } = board;
  useEffect(() => {
    if (!entered && asks) return enterFirst(() => api.qa.enter({ body: { code: board.code } }).then(look));
  }, [entered, asks, board.code]);
  return board;
}

/**
 * Gives a guest's device its name before it is needed: a question whose answer is lost on the way is still theirs. What
 * is sent meanwhile waits for it, or the device would get two names and keep one.
 */
function enterFirst(enter: () => Promise<unknown>): () => void {
  let held: (() => void) | undefined;
  const hold = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const form = event.target as HTMLFormElement;
    held = () => form.requestSubmit(event.submitter);
  };
  const stop = () => removeEventListener('submit', hold, true);
  addEventListener('submit', hold, true);
  void enter()
    .catch(() => {}) // with the line down it is given when something is sent
    .finally(() => {
      stop();
      held?.();
    });
  return stop;
}

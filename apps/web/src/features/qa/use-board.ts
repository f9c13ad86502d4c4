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

  // A guest's device gets its name before it is needed: a question whose answer is lost on the way is still theirs.
  const { entered, asks } = board;
  useEffect(() => {
    if (entered || !asks) return;
    void api.qa.enter({ body: { code: board.code } }).then(look, () => {});
  }, [entered, asks, board.code]);
  return board;
}

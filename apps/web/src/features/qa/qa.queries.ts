import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from '../../platform/index.ts';
import { type Board, merged } from './board-state.ts';

/** Asks only for what changed, once the board is known; the answer is the whole board again. */
export const boardQuery = (api: ApiClient, code: string) => {
  const queryKey = ['board', code];
  const ask = (since?: number) => api.qa.board({ params: { code }, query: since === undefined ? {} : { since } });
  return {
    queryKey,
    queryFn: async (context?: { readonly client: QueryClient }): Promise<Board> => {
      const known = context?.client.getQueryData<Board>(queryKey);
      const board = merged(known, await ask(known?.state.seq)) ?? merged(undefined, await ask());
      if (!board) throw new Error('a board without a snapshot');
      return board;
    },
  };
};
export const deskQuery = (api: ApiClient, code: string) => ({
  queryKey: ['board', code, 'desk'],
  queryFn: () => api.qa.desk({ params: { code } }),
});
export const stageQuery = (api: ApiClient, code: string) => ({
  queryKey: ['board', code, 'stage'],
  queryFn: () => api.qa.stage({ params: { code } }),
});

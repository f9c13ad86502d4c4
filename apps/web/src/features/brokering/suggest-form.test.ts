import { describe, expect, it } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { makeClient } from '../../platform/api.ts';
import { suggestQueries } from './suggest-form.tsx';

describe('what suggesting a partner needs', () => {
  it('is asked anew at news of the case only as far as the case goes: not the organisations', async () => {
    const queries = new QueryClient();
    const api = makeClient(() => Promise.reject(new Error('nothing is asked here')));
    const needed = suggestQueries(api, { ref: 'REQ-2026-0001', maySuggest: true });
    for (const { queryKey } of needed) queries.setQueryData(queryKey, { items: [] });
    await queries.invalidateQueries({ queryKey: ['brokering'] });
    expect(
      needed.map(({ queryKey }) => [queryKey.slice(0, 2), queries.getQueryState(queryKey)?.isInvalidated]),
    ).toEqual([
      [['members', 'organisations'], false],
      [['brokering', 'candidates'], true],
    ]);
  });
});

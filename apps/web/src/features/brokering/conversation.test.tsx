import { createTranslator, loadMessages } from '@baraza/i18n';
import { describe, expect, it } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { World } from '../../platform/index.ts';
import { WorldProvider } from '../../platform/world.ts';
import { beforeOf, Conversation } from './conversation.tsx';

const message = (text: string) => ({
  id: text,
  organisation: null,
  author: null,
  text: { text, locale: 'fr' as const, kind: 'source' as const, stale: false, source: null, engine: null, at: null },
  at: '2026-03-20T09:00:00.000Z',
  mine: false,
});
const newest = { items: [message('Third'), message('Second')], next: 'the second' };
const before = { items: [message('First')], next: null };

async function page(search: string) {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  queries.setQueryData(['the second'], before);
  const i18n = createTranslator('en', await loadMessages('en', ['kernel', 'brokering']), 'UTC');
  const world = { i18n, locale: 'en', timeZone: 'UTC', returned: null, reader: null, now: 0 } as unknown as World;
  const container = document.createElement('div');
  flushSync(() =>
    createRoot(container).render(
      <QueryClientProvider client={queries}>
        <WorldProvider value={world}>
          <Conversation
            title="Room"
            newest={newest}
            earlier={(place) => ({ queryKey: [place], queryFn: () => Promise.resolve(before) })}
            address="/matches/1"
            before={beforeOf(new URLSearchParams(search))}
            write={null}
            draft="match:1"
          />
        </WorldProvider>
      </QueryClientProvider>,
    ),
  );
  const all = (what: string) => [...container.querySelectorAll(what)];
  return {
    said: all('.voice').map((one) => one.textContent),
    links: all('nav a').map((link) => [link.textContent?.trim(), link.getAttribute('href')]),
  };
}

describe('a conversation', () => {
  it('shows its end, with a link to what was said before', async () => {
    const { said, links } = await page('');
    expect(said).toEqual(['Second', 'Third']);
    expect(links).toEqual([['Earlier messages', '/matches/1?before=the+second#messages']]);
  });

  it('shows what was said before, with a link back to its end', async () => {
    const { said, links } = await page('before=the+second');
    expect(said).toEqual(['First']);
    expect(links).toEqual([['Newest messages', '/matches/1#messages']]);
  });
});

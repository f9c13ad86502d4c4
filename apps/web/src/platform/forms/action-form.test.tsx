import { createTranslator, loadMessages } from '@baraza/i18n';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { type World, WorldProvider } from '../world.ts';
import { ActionForm } from './action-form.tsx';
import { FormProblem, Submit } from './fields.tsx';

const refusal = { type: 'about:blank', title: '', status: 409, code: 'not-now', detail: 'Not yet.' };
const answers = new Map<string, { status: number; body: object }>();

/** A page of two forms; the first is there until what it does is done. */
function Page({ open }: { open: () => boolean }) {
  const { data } = useQuery({ queryKey: ['open'], queryFn: () => Promise.resolve(open()), initialData: true });
  return (
    <main>
      <h1>A case</h1>
      {data && (
        <ActionForm operation="brokering.claimRequest" params={{ ref: 'R' }}>
          <FormProblem />
          <Submit>Claim</Submit>
        </ActionForm>
      )}
      <ActionForm operation="brokering.askRequest" params={{ ref: 'R' }}>
        <FormProblem />
        <Submit>Ask</Submit>
      </ActionForm>
    </main>
  );
}

describe('what is left of a page once a form was sent', () => {
  let root: Root;
  let open = true;
  const before = globalThis.fetch;

  beforeEach(async () => {
    open = true;
    answers.clear();
    globalThis.fetch = jest.fn(async (url: unknown) => {
      const { status, body } = answers.get(String(url).split('?')[0] ?? '') ?? { status: 200, body: {} };
      const headers = new Headers({ 'content-type': 'application/json' });
      return { status, ok: status < 400, statusText: '', headers, json: async () => body } as Response;
    });
    document.body.innerHTML = '<div></div>';
    const i18n = createTranslator('en', await loadMessages('en', ['kernel']), 'UTC');
    const world = { i18n, locale: 'en', timeZone: 'UTC', returned: null, reader: null, now: 0 } as unknown as World;
    root = createRoot(document.body.firstElementChild ?? document.body);
    flushSync(() =>
      root.render(
        <QueryClientProvider client={new QueryClient()}>
          <WorldProvider value={world}>
            <Page open={() => open} />
          </WorldProvider>
        </QueryClientProvider>,
      ),
    );
  });
  afterEach(() => {
    flushSync(() => root.unmount());
    globalThis.fetch = before;
  });

  const press = async (label: string, until: () => boolean) => {
    const button = [...document.querySelectorAll('button')].find((one) => one.textContent === label);
    button?.focus();
    button?.click();
    for (let tries = 0; tries < 100 && !until(); tries += 1) await new Promise((done) => setTimeout(done, 20));
    expect(until()).toBe(true);
  };
  const refused = () => document.querySelector('.notice.error') !== null;

  it('is no refusal of another one, once this one was accepted', async () => {
    answers.set('/do/brokering.askRequest', { status: 409, body: refusal });
    await press('Ask', refused);
    await press('Claim', () => !refused());
  });

  it('holds the focus at its heading, where the button that was pressed went with what it did', async () => {
    open = false;
    await press('Claim', () => document.activeElement === document.querySelector('h1'));
  });
});

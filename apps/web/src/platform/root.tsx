import type { Problem } from '@baraza/contracts/kernel';
import type { Locale } from '@baraza/domain/kernel';
import { createTranslator, loadMessages, type Messages } from '@baraza/i18n';
import { hydrate, QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Router } from 'wouter';
import { ApiError, makeClient } from './api.ts';
import { App } from './app.tsx';
import { Document } from './document.tsx';
import { keepFlushing } from './forms/outbox.ts';
import { focusHeading } from './heading.ts';
import { rememberLocale, rememberZone } from './preferences.ts';
import { fetchData, match, moduleOf } from './routing.ts';
import type { PageState } from './state.ts';
import type { World } from './world.ts';

const api = makeClient();
const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 15_000, retry: 1, refetchOnWindowFocus: true } },
});

const roomsOf = (path: string) => ['kernel', ...(match(path)?.page.rooms ?? [])] as const;
const messagesFor = (locale: Locale, path: string): Promise<Messages> => loadMessages(locale, [...roomsOf(path)]);

/** Reads what the server left, and fetches the page's module and words, all before the first drawing here. */
export async function start(): Promise<{ state: PageState; json: string; messages: Messages }> {
  const json = document.getElementById('page-state')?.textContent ?? '';
  const state = JSON.parse(json) as PageState;
  hydrate(queries, state.queries);
  if (state.returned) history.replaceState(history.state, '', state.url);
  const found = match(location.pathname);
  const [messages] = await Promise.all([messagesFor(state.locale, location.pathname), found && moduleOf(found.page)]);
  return { state, json, messages };
}

export function Root({ state, json, messages: first }: { state: PageState; json: string; messages: Messages }) {
  const [messages, setMessages] = useState(first);
  const [locale, setLocale] = useState(state.locale);
  const [now, setNow] = useState(state.now);
  const [problem, setProblem] = useState<Problem | null>(state.problem);
  const [returned, setReturned] = useState(state.returned);
  const going = useRef(0);

  useEffect(() => {
    if (!state.reader) rememberZone(state.timeZone);
    const stopSending = keepFlushing(() => void queries.invalidateQueries());
    return stopSending;
  }, [state]);

  useEffect(() => {
    const tick = () => setNow(Date.now());
    const timer = setInterval(tick, 60_000);
    return () => clearInterval(timer);
  }, []);

  const i18n = useMemo(() => createTranslator(locale, messages, state.timeZone), [locale, messages, state.timeZone]);

  /** Another language in place: nothing typed is touched, what the server says is asked again. */
  const switchLocale = useCallback(async (to: Locale) => {
    const words = await messagesFor(to, location.pathname);
    await rememberLocale(to);
    flushSync(() => {
      setMessages(words);
      setLocale(to);
    });
    await queries.invalidateQueries();
  }, []);

  /** Fetches everything the next page needs while the present one stays; then turns the page. */
  const aroundNav = useCallback(
    (navigate: (to: string, options?: { replace?: boolean }) => void, to: string, options?: { replace?: boolean }) => {
      const url = new URL(to, location.href);
      const found = match(url.pathname);
      if (url.origin !== location.origin || !found || (found.page.access === 'member' && !state.reader)) {
        location.assign(to);
        return;
      }
      if (url.pathname === location.pathname && url.search === location.search && url.hash) {
        location.hash = url.hash;
        return;
      }
      going.current += 1;
      const turn = going.current;
      document.documentElement.dataset['going'] = '';
      const search = url.searchParams;
      const ready = Promise.all([
        messagesFor(locale, url.pathname),
        moduleOf(found.page).then((module) => fetchData(module, api, queries, { params: found.params, search })),
      ]);
      ready.then(
        ([words]) => finish(words, null),
        (error: unknown) => {
          if (error instanceof ApiError) finish(null, error.problem);
          else location.assign(to); // offline or an old build: let the browser say so
        },
      );
      const finish = (words: Messages | null, lost: Problem | null) => {
        if (turn !== going.current) return;
        delete document.documentElement.dataset['going'];
        flushSync(() => {
          if (words) setMessages((known) => Object.assign({}, known, words));
          setProblem(lost);
          setReturned(null);
          navigate(to, options);
        });
        const target = url.hash ? document.getElementById(url.hash.slice(1)) : null;
        if (target) target.scrollIntoView();
        else window.scrollTo(0, 0);
        focusHeading();
      };
    },
    [locale, state.reader],
  );

  const { timeZone, theme, reader, baseUrl, styles, app } = state;
  const world: World = useMemo(
    () => ({ api, i18n, locale, timeZone, theme, reader, now, baseUrl, returned, switchLocale }),
    [i18n, locale, timeZone, theme, reader, now, baseUrl, returned, switchLocale],
  );
  return (
    <Document world={world} queries={queries} styles={styles} app={app} state={json}>
      <Router aroundNav={aroundNav}>
        <App problem={problem} />
      </Router>
    </Document>
  );
}

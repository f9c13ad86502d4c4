import type { News } from '@baraza/contracts/kernel';
import { useEffect, useRef } from 'react';
import { useWorld } from '../world.ts';
import { type LiveSocket, liveSocket } from './socket.ts';

export interface Listening {
  /** News in order, each once. */
  readonly onNews: (news: News) => void;
  /** Too much was missed to tell singly: read all again. */
  readonly onReset: () => void;
}

const pollEvery = { normal: 30_000, saver: 120_000 } as const;

/**
 * Hears a stream from number `seq` on. The socket is a hint: a gap, a reconnect, a return to the page or a blocked
 * socket all end in the same question by HTTP, so what is shown is right again after any loss.
 */
export function useStream(stream: string | null, seq: number, listening: Listening): void {
  const { api, reader } = useWorld();
  const heard = useRef(seq);
  const handlers = useRef(listening);
  handlers.current = listening;
  heard.current = Math.max(heard.current, seq);
  const saver = reader?.dataSaver ?? false;

  useEffect(() => {
    if (!stream) return;
    let stopped = false;
    let asking: Promise<void> | null = null;

    const take = (news: News) => {
      if (stopped || news.seq === null || news.seq <= heard.current) return;
      heard.current = news.seq;
      handlers.current.onNews(news);
    };
    const ask = (): Promise<void> => {
      asking ??= api.live
        .missed({ params: { stream }, query: { since: heard.current } })
        .then(({ seq: latest, reset, news }) => {
          if (stopped) return;
          if (reset) handlers.current.onReset();
          else for (const item of news) take(item as News);
          heard.current = Math.max(heard.current, latest);
        })
        .catch(() => {}) // offline: the next look asks again
        .finally(() => {
          asking = null;
        });
      return asking;
    };
    const onNews = (news: News) => {
      if (news.stream !== stream) return;
      if (news.seq === null || news.seq > heard.current + 1) void ask();
      else take(news);
    };

    let socket: LiveSocket | undefined;
    const join = () =>
      socket?.emit('join', stream, (latest) => void (latest !== false && latest > heard.current && ask()));
    const begin = async () => {
      socket = await liveSocket();
      if (stopped) return;
      socket.on('news', onNews);
      socket.on('connect', join);
      if (socket.connected) join();
    };
    const look = () => document.visibilityState === 'visible' && void ask();
    const poll = setInterval(() => (saver || !socket?.connected) && look(), saver ? pollEvery.saver : pollEvery.normal);
    document.addEventListener('visibilitychange', look);
    addEventListener('online', look);
    if (!saver) void begin().catch(() => {});
    return () => {
      stopped = true;
      clearInterval(poll);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('online', look);
      socket?.off('news', onNews);
      socket?.off('connect', join);
      socket?.emit('leave', stream);
    };
  }, [stream, api, saver]);
}

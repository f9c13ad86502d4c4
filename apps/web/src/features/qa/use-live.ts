import type { News } from '@baraza/contracts/kernel';
import { useEffect, useRef } from 'react';
import { type LiveSocket, liveSocket, useReader } from '../../platform/index.ts';

interface Listening {
  readonly onNews: (news: News) => void;
  /** Something may have been missed: the line was down, the page was away, or the socket does not come through. */
  readonly onLook: () => void;
}

const lookEvery = { normal: 20_000, saver: 60_000 } as const;

/**
 * Hears a board. Its news is numbered by the board itself and may jump by more than one, so whether some is missing is
 * seen by laying it over what is known; here it is only heard, and every return to the line is a reason to look.
 */
export function useLive(stream: string, listening: Listening): void {
  const handlers = useRef(listening);
  handlers.current = listening;
  const saver = useReader()?.dataSaver ?? false;

  useEffect(() => {
    let stopped = false;
    let socket: LiveSocket | undefined;
    const hear = (news: News) => news.stream === stream && handlers.current.onNews(news);
    const look = () => document.visibilityState === 'visible' && handlers.current.onLook();
    const join = () => socket?.emit('join', stream, () => look());
    const begin = async () => {
      socket = await liveSocket();
      if (stopped) return;
      socket.on('news', hear);
      socket.on('connect', join);
      if (socket.connected) join();
    };
    const timer = setInterval(
      () => (saver || !socket?.connected) && look(),
      saver ? lookEvery.saver : lookEvery.normal,
    );
    document.addEventListener('visibilitychange', look);
    addEventListener('online', look);
    if (!saver) void begin().catch(() => {});
    return () => {
      stopped = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('online', look);
      socket?.off('news', hear);
      socket?.off('connect', join);
      socket?.emit('leave', stream);
    };
  }, [stream, saver]);
}

import type { ThreadView } from '@baraza/contracts/forums';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useApi } from '../../platform/index.ts';

const pause = 1_500;

/** Remembers how far somebody has read: the highest post whose end was in sight, told in batches and when they leave. */
export function useReadMark({ no, unread }: ThreadView, drawn: number): void {
  const api = useApi();
  const queries = useQueryClient();
  const marked = useRef(0);
  const reads = unread !== null;

  useEffect(() => {
    if (!reads || drawn === 0) return;
    let seen = marked.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      clearTimeout(timer);
      if (seen <= marked.current) return;
      const upTo = seen;
      marked.current = upTo;
      api.forums.markRead({ body: { marks: [{ no, upTo }] } }).then(
        () => queries.invalidateQueries({ queryKey: ['forums'], refetchType: 'none' }),
        () => {
          marked.current = 0; // offline: told again with the next post in sight
        },
      );
    };
    const watch = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) seen = Math.max(seen, Number(target.closest('.post')?.id.slice('post-'.length)) || 0);
      if (seen <= marked.current) return;
      clearTimeout(timer);
      timer = setTimeout(tell, pause);
    });
    for (const words of document.querySelectorAll('.post > :last-child')) watch.observe(words);
    document.addEventListener('visibilitychange', tell);
    return () => {
      watch.disconnect();
      document.removeEventListener('visibilitychange', tell);
      tell();
    };
  }, [api, queries, no, reads, drawn]);
}

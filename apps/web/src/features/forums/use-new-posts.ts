import type { PostView, ThreadView } from '@baraza/contracts/forums';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useApi, useStream } from '../../platform/index.ts';
import { tailQuery } from './forums.queries.ts';

export interface NewPosts {
  readonly posts: readonly PostView[];
  /** Came meanwhile and are not drawn yet, so that nothing moves under who reads or writes. */
  readonly waiting: readonly PostView[];
  readonly reveal: () => void;
  /** Asks for what came after this page. */
  readonly ask: () => void;
  /** Stands after the last post: in sight, new posts may simply appear. */
  readonly end: RefObject<HTMLDivElement | null>;
}

/** Each post once; what the page itself says of it is the newer. */
function joined(page: readonly PostView[], tail: readonly PostView[]): PostView[] {
  const last = page.at(-1)?.no ?? 0;
  return [...page, ...tail.filter((post) => post.no > last)];
}

const isWriting = (): boolean => {
  const text = document.querySelector<HTMLTextAreaElement>('#reply textarea');
  return text !== null && (text === document.activeElement || text.value !== '');
};

/** The posts of a page as they grow: news fetches only what is new, and drawing it waits for the right moment. */
export function useNewPosts(page: ThreadView): NewPosts {
  const api = useApi();
  const queries = useQueryClient();
  const { no } = page;
  const last = page.posts.at(-1)?.no ?? page.pages.from - 1;
  const [after, setAfter] = useState<number | null>(null);
  const [shown, setShown] = useState(last);
  const [atEnd, setAtEnd] = useState(false);
  const end = useRef<HTMLDivElement>(null);
  const isLastPage = page.pages.next === null || after !== null;
  const tail = useQuery({ ...tailQuery(api, no, after ?? 0), enabled: after !== null });

  const ask = () => {
    if (!isLastPage) return;
    setAfter((known) => known ?? last);
    void queries.invalidateQueries({ queryKey: ['forums', 'thread', no, 'after'] });
  };
  const again = () => void queries.invalidateQueries({ queryKey: ['forums', 'thread', no] });
  useStream(page.stream, page.seq, {
    onNews: ({ name }) => (name === 'forums.post.written' ? ask() : again()),
    onReset: again,
  });

  const all = joined(page.posts, tail.data?.posts ?? []);
  const newest = all.at(-1)?.no ?? 0;
  const waiting = all.filter((post) => post.no > shown && !post.author.mine);

  useEffect(() => {
    if (!end.current) return;
    const watch = new IntersectionObserver(([entry]) => setAtEnd(entry?.isIntersecting ?? false));
    watch.observe(end.current);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (atEnd && newest > shown && !isWriting()) setShown(newest);
  }, [atEnd, newest, shown]);

  return {
    posts: all.filter((post) => !waiting.includes(post)),
    waiting,
    reveal: () => setShown(newest),
    ask,
    end,
  };
}

import { useCallback, useEffect, useRef, useState } from 'react';

type Say = (words: string) => void;

/** Words that are still being typed: those it stands at, and how to say new ones, which count once nothing came for `ms`, or at once. */
export function useAfterPause(first: string, ms: number): readonly [string, Say, Say] {
  const [words, setWords] = useState(first);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const later = useCallback(
    (next: string) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setWords(next), ms);
    },
    [ms],
  );
  const now = useCallback((next: string) => {
    clearTimeout(timer.current);
    setWords(next);
  }, []);
  return [words, later, now];
}

import { useCallback, useEffect, useRef, useState } from 'react';

/** Words that are still being typed: those it stands at, and how to say new ones, which count once nothing came for `ms`. */
export function useAfterPause(first: string, ms: number): readonly [string, (words: string) => void] {
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
  return [words, later];
}

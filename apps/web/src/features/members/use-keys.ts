import { useEffect } from 'react';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input:not([type="checkbox"]), textarea, select') !== null;

/** The element that says it answers to this key (`aria-keyshortcuts`), if one is on the page. */
const answering = (key: string): HTMLElement | null =>
  /^[a-z]$/.test(key) ? document.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`) : null;

/** The case `step` further than the current one in the list. */
function neighbour(step: number): HTMLElement | undefined {
  const cases = [...document.querySelectorAll<HTMLElement>('a.case')];
  const here = cases.findIndex((link) => link.ariaCurrent === 'true');
  return cases[here + step];
}

/** A queue without a mouse: `j` and `k` walk the list, every other letter presses the button that names it. */
export function useKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || typing(event.target)) return;
      const key = event.key.toLowerCase();
      const wanted = key === 'j' ? neighbour(1) : key === 'k' ? neighbour(-1) : answering(key);
      if (!wanted) return;
      event.preventDefault();
      wanted.click();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

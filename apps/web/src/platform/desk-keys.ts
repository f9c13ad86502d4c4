import { useEffect } from 'react';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type="checkbox"], [type="radio"]), textarea, select') !== null;
const cases = (): HTMLAnchorElement[] => [...document.querySelectorAll<HTMLAnchorElement>('.queue a.case')];

/** A queue without a mouse: `j` and `k` walk the list, every other letter presses the button that names it. */
export function useDeskKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (typing(event.target) || event.metaKey || event.ctrlKey || event.altKey) return;
      const step = { j: 1, k: -1 }[event.key];
      const list = cases();
      const here = list.findIndex((link) => link.getAttribute('aria-current') === 'true');
      const wanted =
        step === undefined
          ? document.querySelector<HTMLElement>(`.openside [aria-keyshortcuts="${CSS.escape(event.key)}"]`)
          : list[here + step];
      if (!wanted) return;
      event.preventDefault();
      wanted.click();
      if (step !== undefined) wanted.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

import { useEffect } from 'react';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type="checkbox"], [type="radio"]), textarea, select') !== null;
const cases = (): HTMLAnchorElement[] => [...document.querySelectorAll<HTMLAnchorElement>('a.case')];

/** Presses what carries the key; where it is folded away, opens it and goes to its first field instead. */
function answer(wanted: HTMLElement): void {
  const folded = wanted.closest<HTMLDetailsElement>('details:not([open])');
  if (folded) {
    folded.open = true;
    folded.querySelector<HTMLElement>('textarea, input:not([type=hidden])')?.focus();
  } else wanted.click();
}

/** A queue without a mouse: `j` and `k` walk the list, every other letter answers by what names it (`aria-keyshortcuts`). */
export function useDeskKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (typing(event.target) || event.metaKey || event.ctrlKey || event.altKey) return;
      const key = event.key.toLowerCase();
      const step = { j: 1, k: -1 }[key];
      if (step === undefined) {
        const wanted = document.querySelector<HTMLElement>(`main [aria-keyshortcuts="${CSS.escape(key)}"]`);
        if (!wanted) return;
        event.preventDefault();
        answer(wanted);
        return;
      }
      const list = cases();
      const wanted = list[list.findIndex((link) => link.getAttribute('aria-current') === 'true') + step];
      if (!wanted) return;
      event.preventDefault();
      wanted.click();
      wanted.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

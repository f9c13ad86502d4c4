import { useEffect } from 'react';

/** Whether a key that is pressed there is a letter of something written. */
export const typing = (target: EventTarget | null): boolean =>
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

/** Leaves what is being written; what was opened to be written in is folded away again, with the words still in it. */
function leave(from: HTMLElement): void {
  const opened = from.closest<HTMLDetailsElement>('main details[open]');
  if (opened) {
    opened.open = false;
    opened.querySelector<HTMLElement>('summary')?.focus();
  } else if (typing(from)) from.blur();
}

/**
 * A queue without a mouse: `j` and `k` walk the list, Escape leaves a form, and every other letter answers by what names it
 * (`aria-keyshortcuts`).
 */
export function useDeskKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return;
      if (event.key === 'Escape' && event.target instanceof HTMLElement) return leave(event.target);
      if (typing(event.target)) return;
      const key = event.key.toLowerCase();
      const step = { j: 1, k: -1 }[key];
      if (step === undefined) {
        const keyed = [...document.querySelectorAll<HTMLElement>('main [aria-keyshortcuts]')];
        const wanted = keyed.find((one) => one.getAttribute('aria-keyshortcuts') === key);
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

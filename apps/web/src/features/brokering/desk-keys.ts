import { useEffect } from 'react';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
const cases = (): HTMLAnchorElement[] => [...document.querySelectorAll<HTMLAnchorElement>('.queue a.case')];

/** `j` and `k` walk the queue, other keys press the button or open the form that carries them. */
export function useDeskKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (typing(event.target) || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === 'j' || event.key === 'k') {
        const list = cases();
        const here = list.findIndex((link) => link.getAttribute('aria-current') === 'true');
        const to = list[event.key === 'j' ? Math.min(here + 1, list.length - 1) : Math.max(here - 1, 0)];
        to?.click();
        to?.focus();
        event.preventDefault();
        return;
      }
      const wanted = document.querySelector<HTMLElement>(`.openside [aria-keyshortcuts="${CSS.escape(event.key)}"]`);
      if (!wanted) return;
      event.preventDefault();
      const closed = wanted.closest('details:not([open])');
      if (closed instanceof HTMLDetailsElement) {
        closed.open = true;
        closed.querySelector<HTMLElement>('textarea, input:not([type=hidden])')?.focus();
      } else wanted.click();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

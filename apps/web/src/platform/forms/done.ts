import { focusHeading } from '../heading.ts';

const listeners = new Set<() => void>();

/** What one form was refused is old once another has been accepted. Returns how to stop. */
export function onDoneElsewhere(told: () => void): () => void {
  listeners.add(told);
  return () => void listeners.delete(told);
}
export const tellDone = (): void => {
  for (const told of listeners) told();
};

/** As long as what an act changed may take to be drawn. */
const drawnWithin = 2_000;

/**
 * After an act that stays on its page. The button that was pressed is often gone with what it did, or folded away: then
 * whoever goes by keyboard or ear goes on from the fold, else from the heading of what has changed.
 */
export function keepPlace(fold: HTMLElement | null | undefined): void {
  const last = Date.now() + drawnWithin;
  const look = () => {
    if (document.activeElement === document.body) focusHeading();
    if (Date.now() < last) setTimeout(look, 100);
  };
  if (fold?.parentElement?.contains(document.activeElement)) fold.focus({ preventScroll: true });
  look();
}

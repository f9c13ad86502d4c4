/** Puts whoever cannot see that the page changed at its heading: on a desk where a case was chosen, at that of the case. */
export function focusHeading(): void {
  const heading =
    document.querySelector<HTMLElement>('.behind + .openside h2') ?? document.querySelector<HTMLElement>('h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

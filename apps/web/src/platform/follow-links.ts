/** The local address a click means, or null when the browser should follow it itself. */
function addressOf(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return null;
  const link = (event.target as Element | null)?.closest?.('a');
  if (!link?.href || link.target || link.hasAttribute('download') || link.rel.includes('external')) return null;
  const url = new URL(link.href);
  if (url.origin !== location.origin || url.pathname.startsWith('/api/') || url.pathname.includes('.')) return null;
  const samePage = url.pathname === location.pathname && url.search === location.search;
  return samePage && url.hash ? null : url.pathname + url.search + url.hash;
}

/** Turns plain links into soft turns of the page: `go` navigates. Returns how to stop. */
export function followLinks(go: (to: string) => void): () => void {
  const follow = (event: MouseEvent) => {
    const to = addressOf(event);
    if (to === null) return;
    event.preventDefault();
    go(to);
  };
  document.addEventListener('click', follow);
  return () => document.removeEventListener('click', follow);
}

// All a first view loads: some hundred bytes that wait for a sign of somebody being there. Links and forms work without the
// app; it comes with the first move, so that a glance at a page on a slow line costs a page and no more. A member's page,
// which has news to hear, gets it a moment later anyway, unless the line is slow or its owner saves data.
const signs = ['pointerdown', 'pointermove', 'keydown', 'focusin', 'scroll', 'touchstart'] as const;
const { app = '', soon } = document.documentElement.dataset;
const { connection: line } = navigator as { connection?: { saveData?: boolean; effectiveType?: string } };

const wait = () => {
  for (const sign of signs) addEventListener(sign, come, { capture: true, passive: true });
};
const come = () => {
  for (const sign of signs) removeEventListener(sign, come, true);
  // the server says where the app is; a bundler's own loader would be larger than all of this
  import(/* @vite-ignore */ app).catch(wait);
};
wait();
if (soon && !line?.saveData && !/2g/.test(line?.effectiveType ?? '')) setTimeout(come, Number(soon));

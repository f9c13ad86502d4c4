// All a visitor's first view loads: some hundred bytes that wait for a sign of somebody being there. Links and forms work
// without the app; it comes with the first move, so that a glance at a page on a slow line costs a page and no more.
const signs = ['pointerdown', 'pointermove', 'keydown', 'focusin', 'scroll', 'touchstart'] as const;

const come = () => {
  for (const sign of signs) removeEventListener(sign, come, true);
  // the server says where the app is; a bundler's own loader would be larger than all of this
  void import(/* @vite-ignore */ document.documentElement.dataset['app'] ?? '');
};
for (const sign of signs) addEventListener(sign, come, { capture: true, passive: true });

import type { Scene } from './scene.ts';
import { circles } from './scenes.circles.ts';
import { early } from './scenes.early.ts';
import { matched } from './scenes.matched.ts';
import { offers } from './scenes.offers.ts';
import { open } from './scenes.open.ts';

/** What becomes of each request of the demo community, by its id. */
export const script: Readonly<Record<string, readonly Scene[]>> = {
  ...early,
  ...open,
  ...matched,
  ...circles,
  ...offers,
};

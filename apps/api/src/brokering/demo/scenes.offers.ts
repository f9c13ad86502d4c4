import { published, type Scene } from './scene.ts';

/** Offers that nobody asked for. */
export const offers: Readonly<Record<string, readonly Scene[]>> = {
  'zhengzhou-returns-walk-through': [...published(2.4, 'lead-broker')],
};

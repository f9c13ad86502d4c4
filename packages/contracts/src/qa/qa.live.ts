import { z } from 'zod';
import { defineLive } from '../kernel/index.ts';
import { BoardPatch } from './board.schema.ts';

/**
 * `board:<code>` carries patches, numbered by the board itself: who misses one asks the board what changed since. They are
 * said by the board's own clock, at most once a second. `moderation:<code>` says only that there is something to look at.
 */
export const qaLive = defineLive({
  'qa.board.changed': BoardPatch,
  'qa.desk.changed': z.object({ seq: z.int() }),
});

import { z } from 'zod';
import { defineLive } from '../kernel/index.ts';

const moved = z.object({ to: z.string() });
const ofPost = z.object({ number: z.int() });

/** On `thread:<id>`: which post to ask for. On `cluster:<id>`: that there is a new thread, nothing of its words. */
export const forumsLive = defineLive({
  'forums.thread.started': z.object({}),
  'forums.thread.resolved': moved,
  'forums.thread.reopened': moved,
  'forums.thread.locked': moved,
  'forums.thread.unlocked': moved,
  'forums.thread.hidden': moved,
  'forums.thread.restored': moved,
  'forums.post.written': ofPost,
  'forums.post.edited': ofPost,
  'forums.post.removed': ofPost,
  'forums.post.hidden': ofPost,
  'forums.post.restored': ofPost,
  'forums.post.accepted': ofPost,
  'forums.post.reacted': ofPost,
});

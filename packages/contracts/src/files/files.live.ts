import { z } from 'zod';
import { defineLive } from '../kernel/index.ts';

/** On the stream of the thing: that its files have changed, and no more, for not everybody who listens may read each of them. */
export const filesLive = defineLive({
  'files.file.attached': z.object({}),
  'files.file.changed': z.object({}),
  'files.file.removed': z.object({}),
});

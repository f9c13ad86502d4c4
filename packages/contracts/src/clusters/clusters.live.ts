import { z } from 'zod';
import { defineLive, Id } from '../kernel/index.ts';

/** Who came or went is between them and the cluster; listeners learn that the numbers changed. */
export const clustersLive = defineLive({
  'clusters.membership.moved': z.object({ clusterId: Id }),
  'clusters.cluster.moved': z.object({ clusterId: Id }),
});

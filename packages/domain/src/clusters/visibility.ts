import { type Actor, isMember } from '../kernel/index.ts';

/** Who may read what stands in a cluster, from wide to narrow. */
export const visibilities = ['public', 'members', 'cluster'] as const;
export type Visibility = (typeof visibilities)[number];

/** A thing in a cluster inherits its visibility and can only be narrower. */
export const narrower = (a: Visibility, b: Visibility): Visibility =>
  visibilities.indexOf(a) > visibilities.indexOf(b) ? a : b;

export const mayRead = (actor: Actor, visibility: Visibility, clusterId: string): boolean =>
  ({
    public: true,
    members: isMember(actor),
    cluster: actor.clusterIds.includes(clusterId),
  })[visibility];

/** What an operator may set otherwise. */
export const clusterTerms = {
  /** Without a post for so long, a cluster is called dormant and its moderators are told. */
  dormantAfterDays: 60,
  /** A moderator answers somebody who asked to join within these days. */
  admitDays: 5,
};
export type ClusterTerms = Readonly<typeof clusterTerms>;

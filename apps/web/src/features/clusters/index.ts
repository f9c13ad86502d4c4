export { ClusterRow } from './cluster-row.tsx';
export { clustersQuery } from './clusters.queries.ts';

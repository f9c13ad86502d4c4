export { ClusterRow } from './cluster-row.tsx';
export { clusterQuery, clustersQuery } from './clusters.queries.ts';

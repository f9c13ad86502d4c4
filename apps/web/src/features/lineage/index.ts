export { HowItBegan } from './chain-of.tsx';
export { chainQuery } from './lineage.queries.ts';

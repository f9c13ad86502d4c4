export * from './lineage.chain.ts';
export * from './lineage.decide.ts';
export * from './lineage.facts.ts';

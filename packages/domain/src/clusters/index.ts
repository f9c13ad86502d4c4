export * from './cluster.decide.ts';
export * from './cluster.facts.ts';
export * from './cluster.machine.ts';
export * from './cluster.policy.ts';
export * from './clusters.events.ts';
export * from './clusters.terms.ts';
export * from './visibility.ts';

export * from './cities.events.ts';
export * from './organisation.decide.ts';
export * from './organisation.facts.ts';
export * from './organisation.filter.ts';
export * from './organisation.policy.ts';
export * from './region.ts';

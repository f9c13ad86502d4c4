export * from './outcome.clock.ts';
export * from './outcome.decide.ts';
export * from './outcome.events.ts';
export * from './outcome.facts.ts';
export * from './outcome.files.ts';
export * from './outcome.machine.ts';
export * from './outcome.policy.ts';

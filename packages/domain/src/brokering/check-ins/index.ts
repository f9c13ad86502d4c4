export * from './check-in.clock.ts';
export * from './check-in.decide.ts';
export * from './check-in.events.ts';
export * from './check-in.facts.ts';
export * from './check-in.files.ts';
export * from './check-in.machine.ts';
export * from './check-in.policy.ts';

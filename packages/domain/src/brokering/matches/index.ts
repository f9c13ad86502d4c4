export * from './match.clock.ts';
export * from './match.decide.ts';
export * from './match.events.ts';
export * from './match.facts.ts';
export * from './match.machine.ts';
export * from './match.policy.ts';

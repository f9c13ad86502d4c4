export * from './milestone.clock.ts';
export * from './milestone.decide.ts';
export * from './milestone.events.ts';
export * from './milestone.facts.ts';
export * from './milestone.machine.ts';
export * from './milestone.policy.ts';

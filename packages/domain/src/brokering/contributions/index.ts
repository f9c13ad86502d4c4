export * from './contribution.clock.ts';
export * from './contribution.decide.ts';
export * from './contribution.events.ts';
export * from './contribution.facts.ts';
export * from './contribution.machine.ts';
export * from './contribution.policy.ts';

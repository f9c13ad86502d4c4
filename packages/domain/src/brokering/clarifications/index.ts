export * from './clarification.clock.ts';
export * from './clarification.decide.ts';
export * from './clarification.facts.ts';
export * from './clarification.machine.ts';
export * from './clarification.policy.ts';

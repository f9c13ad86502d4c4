export * from './expression.clock.ts';
export * from './expression.decide.ts';
export * from './expression.events.ts';
export * from './expression.facts.ts';
export * from './expression.files.ts';
export * from './expression.machine.ts';
export * from './expression.policy.ts';
export * from './expression.revise.ts';

export * from './join-code.ts';
export * from './programme.events.ts';
export * from './programme.facts.ts';
export * from './programme.terms.ts';
export * from './session.decide.ts';
export * from './session.machine.ts';
export * from './session.policy.ts';

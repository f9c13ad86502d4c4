export * from './match.begin.ts';
export * from './match.clock.ts';
export { makeMatchMove, matchForms, matchMovesFor } from './match.decide.ts';
export * from './match.events.ts';
export * from './match.facts.ts';
export * from './match.machine.ts';
export * from './match.policy.ts';

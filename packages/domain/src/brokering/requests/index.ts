export * from './request.clock.ts';
export * from './request.decide.ts';
export * from './request.draft.ts';
export * from './request.events.ts';
export * from './request.facts.ts';
export * from './request.machine.ts';
export * from './request.policy.ts';
export * from './request.revise.ts';

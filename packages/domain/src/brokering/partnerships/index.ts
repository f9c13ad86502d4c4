export * from './partnership.clock.ts';
export * from './partnership.decide.ts';
export * from './partnership.events.ts';
export * from './partnership.facts.ts';
export * from './partnership.files.ts';
export * from './partnership.machine.ts';
export * from './partnership.policy.ts';
export * from './records.ts';

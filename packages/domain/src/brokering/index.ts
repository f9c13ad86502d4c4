export { type DeadlineMissed, isOwedBy, type NextStep, type Responsible } from './clock.ts';
export type { Decision, MoveForm } from './decide.ts';
export * from './events.ts';
export * from './expressions/index.ts';
export * from './matches/index.ts';
export * from './partnerships/index.ts';
export * from './requests/index.ts';
export type { BrokeringContext, MoveInput, Subject } from './subject.ts';
export * from './terms.ts';

export * from './calendar.decide.ts';
export * from './calendar.events.ts';
export * from './calendar.facts.ts';
export * from './calendar.policy.ts';
export * from './calendars.terms.ts';

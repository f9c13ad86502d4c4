export * from './meeting.clock.ts';
export * from './meeting.decide.ts';
export * from './meeting.events.ts';
export * from './meeting.facts.ts';
export * from './meeting.machine.ts';
export * from './meeting.policy.ts';

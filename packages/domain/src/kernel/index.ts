export * from './actor.ts';
export * from './calendar.ts';
export * from './event.ts';
export * from './locale.ts';
export * from './machine.ts';
export * from './policy.ts';
export * from './refusal.ts';

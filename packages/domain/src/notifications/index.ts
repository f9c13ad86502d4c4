export * from './digest.ts';
export * from './notification.ts';
export * from './notifications.events.ts';
export * from './preferences.ts';
export * from './reasons.ts';

export * from './notifications.live.ts';
export * from './notifications.routes.ts';
export * from './notifications.schema.ts';

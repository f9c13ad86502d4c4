export * from './calendars.routes.ts';
export * from './calendars.schema.ts';

export * from './programme.live.ts';
export * from './programme.routes.ts';
export * from './programme.schema.ts';

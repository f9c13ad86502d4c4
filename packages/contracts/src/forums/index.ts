export * from './forums.live.ts';
export * from './forums.routes.ts';
export * from './forums.schema.ts';

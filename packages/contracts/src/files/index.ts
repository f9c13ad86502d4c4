export * from './files.live.ts';
export * from './files.routes.ts';
export * from './files.schema.ts';

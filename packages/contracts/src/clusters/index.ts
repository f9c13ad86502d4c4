export * from './clusters.live.ts';
export * from './clusters.routes.ts';
export * from './clusters.schema.ts';

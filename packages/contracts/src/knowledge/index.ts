export * from './knowledge.routes.ts';
export * from './knowledge.schema.ts';

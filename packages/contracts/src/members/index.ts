export * from './members.routes.ts';
export * from './members.schema.ts';

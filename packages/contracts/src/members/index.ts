export * from './admin.routes.ts';
export * from './admin.schema.ts';
export * from './members.routes.ts';
export * from './members.schema.ts';

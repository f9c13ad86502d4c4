export * from './home.routes.ts';
export * from './home.schema.ts';

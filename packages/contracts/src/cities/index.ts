export * from './cities.routes.ts';
export * from './cities.schema.ts';

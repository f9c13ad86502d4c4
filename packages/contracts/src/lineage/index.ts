export * from './lineage.routes.ts';
export * from './lineage.schema.ts';

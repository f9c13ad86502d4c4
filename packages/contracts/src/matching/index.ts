export * from './because.schema.ts';
export * from './candidates.schema.ts';
export { matching } from './matching.routes.ts';
export * from './rings.schema.ts';
export * from './weights.schema.ts';

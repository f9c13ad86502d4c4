export * from './live.ts';
export * from './path.ts';
export * from './problem.ts';
export * from './route.ts';
export * from './schema.ts';
export * from './upload.ts';

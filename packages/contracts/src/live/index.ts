export * from './live.routes.ts';

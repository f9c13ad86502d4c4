export * from './record.ts';
export * from './unmet.ts';

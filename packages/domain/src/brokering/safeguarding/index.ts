export * from './flag.decide.ts';
export * from './flag.facts.ts';
export * from './screening.ts';

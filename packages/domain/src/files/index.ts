export * from './file.decide.ts';
export * from './file.events.ts';
export * from './file.facts.ts';
export * from './file.name.ts';
export * from './file.types.ts';
export * from './files.terms.ts';

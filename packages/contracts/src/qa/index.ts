export * from './board.schema.ts';
export * from './qa.live.ts';
export * from './qa.routes.ts';
export * from './question.schema.ts';

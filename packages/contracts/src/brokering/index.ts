export * from './brokering.live.ts';
export * from './brokering.routes.ts';
export * from './desk.schema.ts';
export * from './expression.schema.ts';
export * from './match.schema.ts';
export * from './partnership.schema.ts';
export * from './parts.schema.ts';
export * from './request.schema.ts';

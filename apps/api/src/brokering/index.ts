export { BrokeringModule } from './brokering.module.ts';
export { RecordQueries } from './record/record.queries.ts';
export type { BrokeringTold } from './told.ts';

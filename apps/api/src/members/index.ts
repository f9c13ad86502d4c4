export { Departures } from './departures.ts';
export { MembersModule } from './members.module.ts';
export { type Count, ReaderCounts } from './reader-counts.ts';

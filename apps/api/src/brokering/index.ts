export { type BrokeringTold, toldNames } from './told.ts';

export { type Circle, Circles } from './circles.ts';
export type { Explanation } from './explanation.ts';
export { MatchingModule } from './matching.module.ts';
export { Matchings } from './matchings.ts';
export { Reasons } from './reasons.ts';

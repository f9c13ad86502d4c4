export { MatchingModule } from './matching.module.ts';
export { type Explanation, Matchings } from './matchings.ts';
export { Reasons } from './reasons.ts';

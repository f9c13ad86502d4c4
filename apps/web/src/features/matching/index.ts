export { Candidates } from './candidates.tsx';
export { DeskTabs } from './desk-tabs.tsx';
export { candidatesQuery } from './matching.queries.ts';
export { Reasons } from './reasons.tsx';

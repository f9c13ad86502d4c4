export { mineQuery, offeringQuery, searchesQuery } from './brokering.queries.ts';
export { SavedSearches } from './saved-searches.tsx';
export { StepChip } from './step.tsx';

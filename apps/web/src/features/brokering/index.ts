export { mineQuery } from './brokering.queries.ts';
export { StepChip } from './step.tsx';

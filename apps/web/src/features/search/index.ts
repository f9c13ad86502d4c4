export { LineRow } from './line-row.tsx';

export { useClocks } from './when.tsx';

export { Documents, Files } from './shelf.tsx';

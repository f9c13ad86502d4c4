import { moveOut } from './demo-house.ts';

export default moveOut;

import { preset } from '@baraza/tooling/jest';

export default preset();

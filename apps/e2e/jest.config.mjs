import { preset } from '@baraza/tooling/jest';

export default { ...preset(), testTimeout: 60_000, maxWorkers: 2 };

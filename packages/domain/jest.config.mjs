import { preset } from '@baraza/tooling/jest';

// Left alone jest keeps one core for itself; everything that can become of a request takes one of two whole.
export default { ...preset(), maxWorkers: 2 };

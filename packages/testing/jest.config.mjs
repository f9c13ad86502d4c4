import { preset } from '@baraza/tooling/jest';

// Real servers start and stop; a busy machine takes its time.
export default { ...preset(), testTimeout: 60_000 };

import { preset } from '@baraza/tooling/jest';

export default {
  ...preset(),
  globalSetup: '<rootDir>/src/demo-house.ts',
  globalTeardown: '<rootDir>/src/demo-house.leave.ts',
  testTimeout: 60_000,
  maxWorkers: 2,
};

import type { TestCluster } from '@baraza/testing/database';

export default async function globalTeardown(): Promise<void> {
  await (globalThis as { __cluster?: TestCluster }).__cluster?.stop();
}

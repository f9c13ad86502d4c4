import { createTemplate, startTestCluster, type TestCluster } from '@baraza/testing/database';
import { migrate } from '../src/database/migrate.ts';

/** One cluster a run, migrated once into a template that every test file clones. */
export default async function globalSetup(): Promise<void> {
  const cluster = await startTestCluster();
  (globalThis as { __cluster?: TestCluster }).__cluster = cluster;
  await createTemplate(migrate);
}

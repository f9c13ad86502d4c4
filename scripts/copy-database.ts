// Copies the embedded database of a data directory while it works: node scripts/copy-database.ts FROM TO (infra/backup.sh calls it)
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { backupCluster, startPostgres } from '../packages/postgres/src/index.ts';

const [from, to] = process.argv.slice(2);
if (!from || !to || !existsSync(join(from, 'data'))) {
  console.error(`There is no database in ${from}.`);
  process.exit(1);
}
const server = await startPostgres({ dir: from });
try {
  await backupCluster(server, to);
} finally {
  await server.stop();
}

import { spawnSync } from 'node:child_process';
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmbeddedPostgres } from './server.ts';

/** What belongs to the running server and not to its data. */
const leftOut = new Set(['postmaster.pid', 'postmaster.opts', 'pg_internal.init', 'current_logfiles']);
/** Copied as empty directories: the server fills them itself; the write-ahead log follows at the end. */
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);

/**
 * Copies a cluster while it works. `target` becomes a directory that `startPostgres` accepts as `dir`, with everything
 * that was committed when this returns. Needs the room of the data and holds up nobody.
 */
export async function backupCluster(server: EmbeddedPostgres, target: string): Promise<void> {
  const data = join(target, 'data');
  await mkdir(target, { recursive: true, mode: 0o700 });
  await mkdir(data, { mode: 0o700 }); // refuses to write over an earlier copy
  const client = await server.connect();
  try {
    // Keeps the log from the first moment of the copy, and goes with this connection.
    await client.query("select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)");
    const start = await client.query<{ lsn: string }>("select pg_backup_start('baraza', true) as lsn");
    await copyTree(server.dataDir, data, true);
    const stop = await client.query<{ lsn: string; labelfile: string }>(
      'select lsn, labelfile from pg_backup_stop(false)',
    );
    await writeFile(join(data, 'backup_label'), stop.rows[0]?.labelfile ?? '', { mode: 0o600 });
    const segments = await client.query<{ first: string; last: string }>(
      'select pg_walfile_name($1::pg_lsn) as first, pg_walfile_name($2::pg_lsn) as last',
      [start.rows[0]?.lsn, stop.rows[0]?.lsn],
    );
    const { first = '', last = '' } = segments.rows[0] ?? {};
    for (const name of await readdir(join(server.dataDir, 'pg_wal')))
      if (/^[0-9A-F]{24}$/.test(name) && name >= first && name <= last)
        await copy(join(server.dataDir, 'pg_wal', name), join(data, 'pg_wal', name));
  } finally {
    await client.end();
  }
  if (process.platform === 'linux') spawnSync('sync', ['--file-system', target]);
}

async function copyTree(from: string, to: string, top = false): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const { name } = entry;
    if (leftOut.has(name) || name.startsWith('pgsql_tmp')) continue;
    if (!entry.isDirectory()) {
      await copy(join(from, name), join(to, name));
      continue;
    }
    await mkdir(join(to, name), { mode: 0o700 });
    if (!(top && emptied.has(name))) await copyTree(join(from, name), join(to, name));
    else if (name === 'pg_wal')
      for (const inner of ['archive_status', 'summaries']) await mkdir(join(to, name, inner), { mode: 0o700 });
  }
}

/** Tables may be dropped while we copy. */
async function copy(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_FICLONE).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

import { startPostgres } from '@baraza/postgres';
import { migrate } from './database/migrate.ts';
import { loadDemo } from './demo/demo.ts';
import { readSettings, SettingsError } from './platform/config/settings.ts';
import { Jobs } from './platform/jobs/jobs.ts';
import { loadWebBuild } from './platform/pages/web-build.ts';
import { makeServer } from './server.ts';

const root = new URL('../../..', import.meta.url).pathname;

/** Without its database the process would stay and answer nothing; whoever watches it starts both again. */
const onUnexpectedExit = (log: string): void => {
  console.error(`The embedded PostgreSQL ended unexpectedly.\n${log}`);
  process.exit(1);
};

async function main(): Promise<void> {
  const settings = readSettings(process.env, decodeURIComponent(root));
  const postgres = settings.databaseUrl
    ? null
    : await startPostgres({ dir: `${settings.dataDir}/postgres`, onUnexpectedExit });
  await postgres?.ensureDatabase('baraza');
  const databaseUrl = settings.databaseUrl ?? (postgres as NonNullable<typeof postgres>).url('baraza');
  await migrate(databaseUrl);
  const app = await makeServer(settings, databaseUrl, await loadWebBuild());
  // The server ends after its hooks by raising the signal again; the database must outlive the last connection.
  const close = app.close.bind(app);
  app.close = async (...args: Parameters<typeof close>) => {
    await close(...args);
    await postgres?.stop();
  };
  await app.init();
  if (settings.demo) await loadDemo(app, settings);
  await app.get(Jobs).start();
  await app.listen(settings.port, settings.host);
  console.log(`Baraza is ready at ${settings.baseUrl}${settings.demo ? ' (demo accounts: docs/demo.md)' : ''}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exit(1);
});

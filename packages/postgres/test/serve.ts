// A process of its own that holds a server, as the application does: prints one line of JSON, stops at SIGTERM.
import { startPostgres } from '@baraza/postgres';

const server = await startPostgres({
  dir: process.argv[2] ?? '',
  settings: { fsync: 'off', logging_collector: 'off' },
});
const client = await server.connect();
const { rows } = await client.query("select current_setting('data_directory') as data");
await client.end();
const idle = setInterval(() => {}, 60_000);
process.once('SIGTERM', async () => {
  await server.stop();
  clearInterval(idle);
});
console.log(
  JSON.stringify({
    uid: process.getuid?.(),
    pid: server.pid,
    adopted: server.adopted,
    url: server.url('postgres'),
    ...rows[0],
  }),
);

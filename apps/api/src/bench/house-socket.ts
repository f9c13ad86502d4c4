// The house's own gateway, told to say news; a line on stdin is a broadcast of so many.
import { createInterface } from 'node:readline';
import { readSettings } from '../platform/config/settings.ts';
import { LiveGateway } from '../platform/live/live.gateway.ts';
import { makeServer } from '../server.ts';

const settings = readSettings(
  { ...process.env, BARAZA_DEMO: '0', WORKERS: '0', LOG_LEVEL: 'silent', RATE_LIMITS: '0' },
  process.cwd(),
);
const app = await makeServer(settings, settings.databaseUrl as string, null);
await app.init();
const live = app.get(LiveGateway);
createInterface({ input: process.stdin }).on('line', (line) => {
  const { stream, count } = JSON.parse(line) as { stream: string; count: number };
  for (let seq = 1; seq <= count; seq++)
    live.broadcast({ stream, seq, name: 'forums.post.written', data: { no: seq } });
});
await app.listen(settings.port, '127.0.0.1');
console.log('ready at');

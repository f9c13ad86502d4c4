import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';

const main = decodeURIComponent(new URL('../../api/dist/main.js', import.meta.url).pathname);

/** The password of every demo account. */
export const demoPassword = 'baraza-demo';

export interface Server {
  readonly base: string;
  /** Starts it, again at the same address, and waits until it is ready. */
  start(): Promise<void>;
  /** `SIGTERM` as an operator stops it, `SIGKILL` as a power cut does. */
  end(signal: NodeJS.Signals): Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const { port } = probe.address() as { port: number };
  await new Promise((closed) => probe.close(closed));
  return port;
}

/** The built product on the data of this directory, as an operator starts it; not yet running. */
export async function serverOn(dir: string, env: Readonly<Record<string, string>> = {}): Promise<Server> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  let server: ChildProcess | undefined;
  return {
    base,
    async start() {
      const child = spawn(process.execPath, [main], {
        env: {
          PATH: process.env['PATH'],
          HOME: process.env['HOME'],
          TMPDIR: process.env['TMPDIR'],
          NODE_ENV: 'production',
          HOST: '127.0.0.1',
          DATA_DIR: dir,
          PORT: String(port),
          BASE_URL: base,
          DEMO_PASSWORD: demoPassword,
          LOG_LEVEL: 'warn',
          RATE_LIMITS: '0',
          ...env,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      server = child;
      await new Promise<void>((ready, failed) => {
        child.stdout?.on('data', (chunk: Buffer) => String(chunk).includes('ready at') && ready());
        child.once('exit', (code) => failed(new Error(`the server exited with ${code}`)));
      });
    },
    async end(signal) {
      const child = server;
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((exited) => child.once('exit', exited));
      child.kill(signal);
      await gone;
    },
  };
}

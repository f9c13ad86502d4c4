import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { alive } from '../src/lock.ts';

export interface Holder {
  readonly process: ChildProcess;
  readonly server: { uid: number; pid: number; adopted: boolean; url: string; data: string };
}

/** Starts `serve.ts` on a directory, as another account when a prefix says so, and waits for its server. */
export async function holdServer(dir: string, prefix: readonly string[] = []): Promise<Holder> {
  const script = fileURLToPath(new URL('serve.ts', import.meta.url));
  const [command = process.execPath, ...args] = [...prefix, process.execPath, '--conditions=source', script, dir];
  const holder = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  holder.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk;
  });
  for await (const line of createInterface({ input: holder.stdout }))
    return { process: holder, server: JSON.parse(line) };
  throw new Error(`no server came up: ${complaint}`);
}

export async function end(holder: Holder, signal: NodeJS.Signals): Promise<number | null> {
  const gone = once(holder.process, 'exit');
  holder.process.kill(signal);
  const [code] = await gone;
  return code;
}

/** Whether a process ends within ten seconds. */
export async function gone(pid: number): Promise<boolean> {
  for (let i = 0; i < 400 && alive(pid); i++) await sleep(25);
  return !alive(pid);
}

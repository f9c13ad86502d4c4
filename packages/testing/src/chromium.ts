import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Without a sandbox, a graphics card and conversations of the browser's own. */
export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** $CHROMIUM, or one on the PATH, or the one that `npm test` unpacked for an account that may not install packages. */
export function findChromium(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const onPath = (env['PATH'] ?? '').split(delimiter).flatMap((dir) => names.map((name) => join(dir, name)));
  const unpacked = join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'baraza', 'chromium', 'run');
  const found = (env['CHROMIUM'] ? [env['CHROMIUM']] : [...onPath, unpacked]).find(executable);
  if (!found)
    throw new Error(
      `There is no Chromium at ${env['CHROMIUM'] ?? 'hand'}: run \`npm test\` once, or set CHROMIUM to its path.`,
    );
  return found;
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isExecutable, run, which } from './processes.mjs';

/** The fonts write the scripts that a bare server cannot: Arabic and Chinese. */
const packages = ['chromium', 'fonts-noto-core', 'fonts-wqy-microhei'];

/** @typedef {import('./processes.mjs').Ended} Ended */

/**
 * A Chromium that starts and can write Arabic and Chinese: $CHROMIUM, the installed one, or one of Debian's that this
 * installs (root) or unpacks into the caller's cache (everybody else). Undefined, with the reason printed, when there is none.
 * @returns {Promise<string | undefined>}
 */
export async function ensureChromium() {
  if (process.env['CHROMIUM']) return startsOrExplain(process.env['CHROMIUM']);
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'baraza', 'chromium');
  const unpacked = join(cache, 'run');
  if (isExecutable(unpacked) && (await starts(unpacked)).code === 0) return unpacked;
  const installed = () => which('chromium') ?? which('chromium-browser');
  if (!installed() || !(await fontsAreThere())) {
    console.log('Getting Chromium and fonts for the tests in a browser …');
    if (!which('apt-get')) console.log('This is not Debian: install Chromium yourself, or set CHROMIUM to its path.');
    else if (process.getuid?.() === 0) await installAsRoot();
    else return (await unpack(cache, installed())) ? startsOrExplain(unpacked) : undefined;
  }
  const found = installed();
  return found && startsOrExplain(found);
}

/** @param {string} program */
async function startsOrExplain(program) {
  const { code, output } = await starts(program);
  if (code === 0) return program;
  console.log(`${program} does not start:\n${output}`);
  return undefined;
}

/** Draws a page. @param {string} program @returns {Promise<Ended>} */
async function starts(program) {
  const profile = mkdtempSync(join(tmpdir(), 'chromium-'));
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    `--user-data-dir=${profile}`,
    '--dump-dom',
  ];
  const ended = await run(program, [...flags, 'data:text/html,<p>It draws'], { quiet: true, timeout: 60_000 });
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return ended.code === 0 && !ended.output.includes('<p>It draws</p>') ? { ...ended, code: 1 } : ended;
}

async function fontsAreThere() {
  const lists = await Promise.all(
    ['ar', 'zh-cn'].map((language) => run('fc-list', [`:lang=${language}`], { quiet: true })),
  );
  return lists.every(({ code, output }) => code === 0 && output.trim() !== '');
}

async function installAsRoot() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['-q', 'update'], { quiet: true, env }); // one stale source of many is no reason to give up
  const { code, output } = await run('apt-get', ['-q', '-y', '--no-install-recommends', 'install', ...packages], {
    quiet: true,
    env,
  });
  if (code !== 0) console.log(output.trim().split('\n').slice(-10).join('\n'));
}

/**
 * Downloads what is missing with package lists of the caller's own, checked by apt as ever, and unpacks it.
 * @param {string} cache @param {string | undefined} installed
 */
async function unpack(cache, installed) {
  rmSync(cache, { recursive: true, force: true });
  const state = join(cache, 'apt', 'state');
  const archives = join(cache, 'apt', 'cache');
  const tree = join(cache, 'root');
  for (const dir of [join(state, 'lists', 'partial'), join(archives, 'archives', 'partial'), tree])
    mkdirSync(dir, { recursive: true });
  const settings = [
    `Dir::State=${state}`,
    `Dir::Cache=${archives}`,
    'Dir::State::status=/var/lib/dpkg/status',
    'Debug::NoLocking=1',
  ];
  /** @param {...string} args */
  const apt = (...args) =>
    run('apt-get', ['-q', ...settings.flatMap((setting) => ['-o', setting]), ...args], { quiet: true });
  await apt('update');
  const { code, output } = await apt('-y', '--no-install-recommends', '--download-only', 'install', ...packages);
  if (code !== 0) {
    console.log(output.trim().split('\n').slice(-10).join('\n'));
    return false;
  }
  for (const file of readdirSync(join(archives, 'archives')).filter((name) => name.endsWith('.deb')))
    await run('dpkg', ['-x', join(archives, 'archives', file), tree]);
  rmSync(join(cache, 'apt'), { recursive: true });
  writeLauncher(cache, tree, installed);
  return true;
}

/** @param {string} cache @param {string} tree @param {string | undefined} installed */
function writeLauncher(cache, tree, installed) {
  const libraries = new Set(
    readdirSync(tree, { recursive: true, withFileTypes: true })
      .filter(({ name }) => /\.so(\.|$)/.test(name))
      .map((entry) => entry.parentPath),
  );
  const fonts = join(cache, 'fonts.conf');
  const directories = [`${tree}/usr/share/fonts`, '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('');
  const families = Object.entries({ 'sans-serif': 'Noto Sans', serif: 'Noto Serif', monospace: 'Noto Sans Mono' })
    .map(([generic, family]) => `<alias><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`)
    .join('');
  writeFileSync(fonts, `<fontconfig>${directories}<cachedir>${cache}/fonts</cachedir>${families}</fontconfig>\n`);
  const own = join(tree, 'usr/lib/chromium/chromium');
  const program = isExecutable(own) ? own : installed;
  writeFileSync(
    join(cache, 'run'),
    `#!/bin/sh\nexport FONTCONFIG_FILE='${fonts}' LD_LIBRARY_PATH='${[...libraries].join(':')}'\nexec '${program}' "$@"\n`,
    { mode: 0o755 },
  );
}

// Prints what is printed: docs/openapi.json and a diagram of every machine in docs/machines/. `--check` only compares.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Machine, toMermaid } from '../packages/domain/src/kernel/index.ts';

const docs = fileURLToPath(new URL('../docs/', import.meta.url));
const domain = new URL('../packages/domain/src/', import.meta.url);
const check = process.argv.includes('--check');

const isMachine = (value: unknown): value is Machine<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  'initial' in value &&
  'states' in value &&
  'moves' in value &&
  'name' in value;

async function machines(): Promise<{ room: string; machine: Machine<string, string> }[]> {
  const found = new Map<string, { room: string; machine: Machine<string, string> }>();
  for (const room of readdirSync(domain).filter((name) => existsSync(new URL(`${name}/index.ts`, domain)))) {
    const exported = (await import(new URL(`${room}/index.ts`, domain).href)) as Record<string, unknown>;
    for (const value of Object.values(exported)) if (isMachine(value)) found.set(value.name, { room, machine: value });
  }
  return [...found.values()].sort((a, b) => a.machine.name.localeCompare(b.machine.name));
}

const files = new Map<string, string>();
const index: string[] = [];
for (const { room, machine } of await machines()) {
  const name = `${room}.${machine.name.split('.').at(-1)?.replaceAll(' ', '-')}`;
  const title = `# ${machine.name}\n\nPrinted from \`packages/domain/src/${room}\` by \`scripts/print-docs.ts\`. Who may make a move is the room's policy.`;
  const moves = Object.entries(machine.moves).map(([move, { from, to }]) => `| ${move} | ${from.join(', ')} | ${to} |`);
  files.set(
    `machines/${name}.md`,
    `${title}\n\n\`\`\`mermaid\n${toMermaid(machine).trim()}\n\`\`\`\n\n| move | from | to |\n|---|---|---|\n${moves.join('\n')}\n`,
  );
  index.push(`- [${machine.name}](${name}.md): ${machine.states.length} states, ${moves.length} moves`);
}
files.set(
  'machines/README.md',
  `# Machines\n\nEvery state machine of the house, printed from the domain.\n\n${index.join('\n')}\n`,
);

const { api } = await import('../packages/contracts/src/api.ts');
const { toOpenApi } = await import('../packages/contracts/src/kernel/openapi.ts');
const info = {
  title: 'Baraza',
  version: '1',
  description:
    'Everything the pages do, for programs. Writes carry an Idempotency-Key; bad news is application/problem+json.',
};
files.set('openapi.json', `${JSON.stringify(toOpenApi(api, info), null, 1)}\n`);

const stale = [...files].filter(
  ([name, text]) => !existsSync(docs + name) || readFileSync(docs + name, 'utf8') !== text,
);
const extra = existsSync(`${docs}machines`)
  ? readdirSync(`${docs}machines`).filter((name) => !files.has(`machines/${name}`))
  : [];
if (check) {
  if (stale.length + extra.length > 0) {
    console.error(
      `Printed documents are old: ${[...stale.map(([name]) => name), ...extra].join(', ')}. Run: node --conditions=source scripts/print-docs.ts`,
    );
    process.exit(1);
  }
} else {
  mkdirSync(`${docs}machines`, { recursive: true });
  for (const name of extra) rmSync(`${docs}machines/${name}`);
  for (const [name, text] of stale) writeFileSync(docs + name, text);
}

import { writeFileSync } from 'node:fs';
import type { Call } from './calls.ts';

export interface Noticed {
  readonly call: Call;
  /** The test file that failed without the call. */
  readonly by: string | null;
}

/** docs/liveness-api.md, as one whole run found it. */
export function report(noticed: readonly Noticed[]): void {
  const roomOf = ({ call }: Noticed): string => call.file.split('/')[0] ?? '';
  const counts = [...new Set(noticed.map(roomOf))].map((room) => {
    const of = noticed.filter((one) => roomOf(one) === room);
    return `| ${room} | ${of.length} | ${of.filter(({ by }) => by !== null).length} |`;
  });
  const lines = noticed.map(({ call, by }) => `| ${call.file} | \`${call.callee}\` | ${by ?? '**nobody**'} |`);
  const found = noticed.filter(({ by }) => by !== null).length;
  const text = `# Nobody goes silent: every deadline that the application arms

Printed by \`apps/api/test/forgetting/main.ts\` (\`npx --yes pnpm@12.21.0 forget\` in \`apps/api\`). docs/liveness.md says how it was proved that the
domain knows a next deadline for everything open; this page says that the application arms it.

Each call of \`arm\`, \`rearm\`, \`owe…\` and \`rewind\` in \`apps/api/src\` is taken out, one at a time, in a copy of the house; then the tests that reach
it are run, the quickest first, until one fails. **${found} of ${noticed.length}** were noticed.

| room | calls | noticed |
|---|---|---|
${counts.join('\n')}

| in | the call | noticed by |
|---|---|---|
${lines.join('\n')}
`;
  writeFileSync(new URL('../../../../docs/liveness-api.md', import.meta.url), text);
}

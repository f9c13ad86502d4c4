import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { api } from './api.ts';
import { toOpenApi } from './kernel/openapi.ts';

const document = toOpenApi(api, { title: 'Baraza', version: '1', description: 'The contract.' });

describe('the OpenAPI document', () => {
  it('names each operation once and gives each a summary', () => {
    const operations = Object.values(
      document['paths'] as Record<string, Record<string, { operationId: string; summary: string }>>,
    ).flatMap((path) => Object.values(path));
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(operations.filter(({ summary }) => !summary)).toEqual([]);
  });

  it('passes a public linter without errors', () => {
    const dir = mkdtempSync(join(tmpdir(), 'openapi-'));
    try {
      const file = join(dir, 'openapi.json');
      writeFileSync(file, JSON.stringify(document));
      writeFileSync(join(dir, 'redocly.yaml'), 'extends: [recommended]\ntelemetry: off\n');
      const bin = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin/cli.js');
      const report = lint(bin, file, dir);
      expect(report.filter(({ severity }) => severity === 'error')).toEqual([]);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});

interface Finding {
  readonly severity: string;
  readonly message: string;
}

function lint(bin: string, file: string, dir: string): Finding[] {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NODE_OPTIONS: '' };
  try {
    const out = execFileSync(process.execPath, [bin, 'lint', file, '--format=json', '--max-problems=500'], {
      cwd: dir,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return (JSON.parse(out) as { problems: Finding[] }).problems;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    if (stdout?.startsWith('{')) return (JSON.parse(stdout) as { problems: Finding[] }).problems;
    throw new Error(`the linter did not run: ${stderr}`);
  }
}

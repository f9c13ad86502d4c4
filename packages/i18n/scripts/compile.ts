import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { locales } from '@baraza/domain/kernel';
import { readCatalogues } from './catalogues.ts';
import { emitAll, emitLoaders, emitMessages, emitTypes } from './emit.ts';

/** Replaces a file in one step, and only when it says something new, so that nothing downstream is rebuilt for nothing. */
function write(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
}

/** Compiles every message that is sound and returns the faults of the others: none, or the build has failed. */
export function compile(catalogues: string, generated: string): readonly string[] {
  const { rooms, messages, faults } = readCatalogues(catalogues);
  const files = new Map<string, string>();
  for (const locale of locales)
    for (const [room, read] of messages[locale]) files.set(join(locale, `${room}.ts`), emitMessages(read));
  files.set('types.ts', emitTypes(messages.en.values()));
  files.set('loaders.ts', emitLoaders(locales, rooms));
  files.set('all.ts', emitAll(locales, rooms));

  for (const [file, text] of files) write(join(generated, file), text);
  for (const entry of readdirSync(generated, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && entry.name.endsWith('.ts') && !files.has(path.slice(generated.length + 1))) rmSync(path);
  }
  return faults;
}

if (import.meta.main) {
  const here = import.meta.dirname;
  const faults = compile(join(here, '../catalogues'), join(here, '../src/generated'));
  for (const fault of faults) console.error(`catalogues/${fault}`);
  if (faults.length > 0) process.exit(1);
}

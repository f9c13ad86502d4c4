// Writes .br and .gz beside every asset once, at full strength, so that serving costs nothing.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dir = new URL('../dist/client/assets/', import.meta.url);
const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
for (const name of readdirSync(dir).filter((n) => /\.(js|css|svg)$/.test(n))) {
  const bytes = readFileSync(new URL(name, dir));
  writeFileSync(new URL(`${name}.br`, dir), brotliCompressSync(bytes, { params }));
  writeFileSync(new URL(`${name}.gz`, dir), gzipSync(bytes, { level: 9 }));
}

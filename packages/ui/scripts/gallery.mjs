// Writes every piece in every state as static pages, for looking at: node scripts/gallery.mjs <directory>
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import './tsx.mjs';

const [directory] = process.argv.slice(2);
if (!directory) throw new Error('usage: node scripts/gallery.mjs <directory>');

const { gallery, locales } = await import('../src/gallery/gallery.tsx');
const source = join(import.meta.dirname, '../src');
const index = readFileSync(join(source, 'styles/index.css'), 'utf8');
const sheets = [...index.matchAll(/@import "\.\/(.+)"/g)].map(([, name]) => `styles/${name}`);
const pieces = globSync('{pieces,forms}/*.css', { cwd: source }).sort();
const css = [...sheets, ...pieces].map((sheet) => readFileSync(join(source, sheet), 'utf8')).join('\n');

mkdirSync(directory, { recursive: true });
for (const { lang, dir } of locales)
  for (const [name, Page] of Object.entries(gallery))
    for (const theme of ['light', 'dark']) {
      const body = renderToStaticMarkup(createElement(Page, { lang }));
      const html = `<!doctype html><html lang="${lang}" dir="${dir}" data-theme="${theme}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${name}</title><style>${css}</style></head><body>${body}</body></html>`;
      writeFileSync(join(directory, `${name}.${lang}.${theme}.html`), html);
    }

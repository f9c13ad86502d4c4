import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Locale, locales } from '@baraza/domain/kernel';
import { differences, type ReadMessage, readMessage } from './message.ts';

/** Messages without a fault by language, room and key, and every fault as one line that says where and what. */
export interface Catalogues {
  readonly rooms: readonly string[];
  readonly messages: Readonly<Record<Locale, ReadonlyMap<string, ReadonlyMap<string, ReadMessage>>>>;
  readonly faults: readonly string[];
}

/** A room's keys begin with its name, except where labels of several lists share one file. */
const shared: Readonly<Record<string, readonly string[]>> = {
  taxonomy: ['theme.', 'sdg.', 'modality.', 'readiness.', 'sector.', 'organisation.kind.', 'region.'],
};
export const prefixesOf = (room: string): readonly string[] => shared[room] ?? [`${room}.`];

export const roomsIn = (root: string, locale: string): string[] => {
  const folder = join(root, locale);
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .map((file) => basename(file, '.json'))
        .sort()
    : [];
};

/** The flat object of one file; what is not one comes back as a fault. `JSON.parse` keeps the last of two equal keys silently. */
function readFile(path: string): { entries: [string, string][]; faults: string[] } {
  const text = readFileSync(path, 'utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { entries: [], faults: [`not JSON: ${(error as Error).message}`] };
  }
  if (json === null || typeof json !== 'object' || Array.isArray(json))
    return { entries: [], faults: ['not an object of keys and messages'] };
  const entries = Object.entries(json);
  const written = [...text.matchAll(/^\s*"([^"\\]+)"\s*:/gm)].map(([, key]) => key);
  return {
    entries: entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    faults: [
      ...entries.filter(([, value]) => typeof value !== 'string').map(([key]) => `${key}: not a text`),
      ...written.filter((key, i) => written.indexOf(key) !== i).map((key) => `${key}: written twice`),
    ],
  };
}

export function readCatalogues(root: string): Catalogues {
  const rooms = roomsIn(root, 'en');
  const faults: string[] = [];
  /** The keys of each file, faulty messages included: a message with a fault is not a missing one. */
  const written = new Map<string, ReadonlySet<string>>();
  const read = (locale: Locale, room: string): Map<string, ReadMessage> => {
    const messages = new Map<string, ReadMessage>();
    const file = `${locale}/${room}.json`;
    if (!existsSync(join(root, file))) {
      faults.push(`${file}: the file is missing`);
      return messages;
    }
    const { entries, faults: inFile } = readFile(join(root, file));
    faults.push(...inFile.map((fault) => `${file}: ${fault}`));
    const prefixes = prefixesOf(room);
    for (const [key, text] of entries) {
      const message = readMessage(text, locale);
      const stray = prefixes.some((prefix) => key.startsWith(prefix) && key.length > prefix.length)
        ? []
        : [`the key does not begin with ${prefixes.join(' or ')}`];
      const own = [...stray, ...message.faults].map((fault) => `${file}: ${key}: ${fault}`);
      faults.push(...own);
      if (own.length === 0) messages.set(key, message);
    }
    written.set(file, new Set(entries.map(([key]) => key)));
    return messages;
  };
  const messages = Object.fromEntries(
    locales.map((locale) => [locale, new Map(rooms.map((room) => [room, read(locale, room)]))]),
  ) as Record<Locale, Map<string, Map<string, ReadMessage>>>;

  for (const locale of locales.filter((other) => other !== 'en')) {
    for (const room of roomsIn(root, locale).filter((other) => !rooms.includes(other)))
      faults.push(`${locale}/${room}.json: there is no en/${room}.json`);
    for (const room of rooms) {
      const file = `${locale}/${room}.json`;
      const source = written.get(`en/${room}.json`) ?? new Set();
      const keys = written.get(file);
      if (!keys) continue;
      for (const key of source) if (!keys.has(key)) faults.push(`${file}: ${key}: missing`);
      for (const key of keys) if (!source.has(key)) faults.push(`${file}: ${key}: not in en/${room}.json`);
      const here = messages[locale].get(room);
      for (const [key, message] of here ?? []) {
        const english = messages.en.get(room)?.get(key);
        const unlike = english ? differences(english, message) : [];
        faults.push(...unlike.map((fault) => `${file}: ${key}: ${fault}`));
        if (!english || unlike.length > 0) here?.delete(key);
      }
    }
  }
  return { rooms, messages, faults };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { roomsIn } from './catalogues.ts';

const catalogues = join(import.meta.dirname, '../catalogues');

/**
 * Words that have slipped in for a thing that has another name everywhere else: the stockbroker for whoever brings cities
 * together, the writing desk for their queue, people opening up instead of addresses, European forms in Brazilian pages.
 */
const strangers = {
  fr: /courtier|marques? d’intérêt|l’autre côté|contacts s’ouvrent/i,
  es: /intermediario|expresi[oó]n(es)? de interés|escritorio|\bla mesa\b(?! de trabajo)|contactos se abren/i,
  pt: /\b(ficheiros?|contactos?|equipa|registos?|palavra-passe|balcão|secretária|partilhar)\b|\b(para|perto de) si\b|está a correr/i,
  ru: /брокер|заявк[аиуе]|(?<!за)рубеж/i,
  ar: /جهات? (ال)?اتصال|منظمت(ك|كم)/,
  zh: /经纪|需求方|本单位|此信，|合作环/,
};

describe('one thing has one name', () => {
  it.each(Object.entries(strangers))('in %s', (locale, stranger) => {
    const texts = roomsIn(catalogues, locale).flatMap((room) =>
      Object.entries<string>(JSON.parse(readFileSync(join(catalogues, locale, `${room}.json`), 'utf8'))),
    );
    expect(texts.filter(([, text]) => stranger.test(text))).toEqual([]);
  });
});

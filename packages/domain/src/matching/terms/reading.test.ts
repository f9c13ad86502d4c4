import { describe, expect, it } from '@jest/globals';
import { about, lexicon } from '../../../test/matching.ts';
import { stem } from '../../../test/stemmer.ts';
import { type Locale, locales } from '../../kernel/index.ts';
import { concepts } from './concepts/index.ts';
import { createLexicon, read } from './index.ts';

const conceptsIn = (locale: Locale, text: string): string[] =>
  Object.entries(about(locale, text)).flatMap(([key, { weight }]) =>
    key.startsWith('c:') && weight > 0.5 ? [key.slice(2)] : [],
  );

const surestIn = (locale: Locale, text: string): string | undefined =>
  Object.entries(about(locale, text))
    .filter(([key]) => key.startsWith('c:'))
    .sort(([, a], [, b]) => b.weight - a.weight)[0]?.[0]
    .slice(2);

describe('the concepts', () => {
  it('have a name in each of the seven languages', () => {
    for (const [id, concept] of Object.entries(concepts))
      for (const locale of locales) expect({ id, locale, name: concept[locale] }).toMatchObject({ name: /\S/ });
  });

  it('never share a name within a language', () => {
    const shared = locales.flatMap((locale) =>
      [...lexicon.names[locale]].filter(([, meanings]) => meanings.length > 1).map(([name]) => `${locale}: ${name}`),
    );
    expect(shared).toEqual([]);
  });

  it('are each what each of their own names means first', () => {
    for (const [id, concept] of Object.entries(concepts))
      for (const locale of locales)
        for (const name of concept[locale].split(', '))
          expect({ name, means: surestIn(locale, name) }).toEqual({ name, means: id });
  });
});

describe('a text in any of the seven languages', () => {
  it.each<[Locale, string, string]>([
    ['en', 'Goods wait in the bonded warehouses of our port.', 'bonded-warehouse'],
    ['fr', 'Nos entrepôts sous douane restent vides.', 'bonded-warehouse'],
    ['es', 'Buscamos depósitos aduaneros para nuestros envíos.', 'bonded-warehouse'],
    ['pt', 'Os armazéns alfandegados da nossa cidade estão vazios.', 'bonded-warehouse'],
    ['ru', 'Товары хранятся на таможенном складе до продажи.', 'bonded-warehouse'],
    ['ar', 'نريد بناء المستودعات الجمركية قرب الميناء', 'bonded-warehouse'],
    ['zh', '我们希望利用保税仓降低成本', 'bonded-warehouse'],
    ['fr', 'des crédits pour les petites entreprises', 'credit'],
    ['es', 'préstamos para mujeres', 'women'],
    ['pt', 'as devoluções dos clientes', 'cross-border-return'],
    ['ru', 'отсрочка по кредитам', 'credit'],
    ['ar', 'نحتاج إلى القروض وبوابات الدفع', 'payment-gateway'],
    ['zh', '怎样培训青年直播带货？', 'live-streaming-commerce'],
  ])('is understood in %s: %s', (locale, text, concept) => {
    expect(conceptsIn(locale, text)).toContain(concept);
  });

  it('means its longest name, and the shorter ones within it less', () => {
    const found = about('en', 'customs union');
    expect(found['c:customs-union']?.weight).toBeGreaterThan(2 * (found['c:customs']?.weight ?? 0));
    expect(found['c:customs']?.weight).toBeGreaterThan(0);
    expect(about('zh', '保税仓库')['c:bonded-warehouse']?.as).toBe('保税仓库');
  });

  it('keeps its own words, with their case, as witnesses', () => {
    expect(about('fr', 'L’Entrepôt sous douane de Lomé')['c:bonded-warehouse']).toMatchObject({
      as: 'Entrepôt sous douane',
      locale: 'fr',
    });
  });

  it('does not reach for a name across a full stop, or past a word that turns it round', () => {
    expect(conceptsIn('en', 'We clear customs. Union members help.')).toEqual(['customs']);
    expect(conceptsIn('en', 'a city without a port')).toEqual(['landlocked']);
    expect(conceptsIn('en', 'our customers')).toEqual([]);
  });

  it('belongs to the themes of what it speaks of, less than to those that were ticked', () => {
    const found = about('es', 'almacén en el extranjero', { themes: ['ports'] });
    expect(found['t:ports']?.weight).toBeGreaterThan(found['t:overseas-warehouses']?.weight ?? 1);
    expect(found['t:overseas-warehouses']?.as).toBe('almacén en el extranjero');
  });

  it('works towards a goal with each of its targets', () => {
    const found = about('en', '', { sdgs: ['9.3'] });
    expect(found['g:9.3']?.weight).toBeGreaterThan(found['g:9']?.weight ?? 1);
    expect(about('en', '', { sdgs: ['9'] })['g:9']?.weight).toBeGreaterThan(found['g:9']?.weight ?? 1);
  });

  it('survives being stored as JSON', () => {
    const found = about('ru', 'Кредиты малым экспортёрам без залога', { themes: ['sme-finance'] });
    expect(Object.entries(JSON.parse(JSON.stringify(found)))).toEqual(Object.entries(found));
  });
});

describe('the community’s glossary', () => {
  const term = {
    en: 'harmattan days',
    fr: 'jours d’harmattan',
    es: 'días de harmatán',
    pt: 'dias de harmatão',
    ru: 'дни харматана',
    ar: 'أيام الهرمتان',
    zh: '哈马丹风日（风日）',
  };
  const wider = createLexicon(stem, [
    { id: 'harmattan', term },
    { id: 'bonded-warehouse', term: { ...term, fr: 'magasin général (sous douane)' } },
  ]);

  it('adds concepts, with the names in its brackets', () => {
    expect([...(wider.names.zh.get('风日') ?? [])].map(({ concept }) => concept)).toContain('harmattan');
    expect(wider.nameOf('harmattan', 'zh')).toBe('哈马丹风日');
  });

  it('says what a concept of ours is called here, and leaves its other names', () => {
    expect(wider.nameOf('bonded-warehouse', 'fr')).toBe('magasin général');
    const passages = [{ locale: 'fr', text: 'nos entrepôts sous douane', part: 'headline' }] as const;
    const { 'c:bonded-warehouse': found } = read(wider, { passages, themes: [], sdgs: [], modalities: [] });
    expect(found?.as).toBe('entrepôts sous douane');
  });
});

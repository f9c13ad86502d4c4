import { describe, expect, it } from '@jest/globals';
import type { Messages } from './catalogue.ts';
import { autonyms, createTranslator, isLocale, loadMessages, locales, rooms } from './index.ts';
import { translatorFor } from './server.ts';

const isolated = (text: string): string => `\u2068${text}\u2069`;

describe('counting', () => {
  it.each([
    [0, 'сегодня'],
    [1, 'через 1 рабочий день'],
    [2, 'через 2 рабочих дня'],
    [5, 'через 5 рабочих дней'],
    [11, 'через 11 рабочих дней'],
    [21, 'через 21 рабочий день'],
    [22, 'через 22 рабочих дня'],
    [1.5, 'через 1,5 рабочего дня'],
  ])('says %d working days in Russian as "%s"', (days, words) => {
    expect(translatorFor('ru').t('kernel.dueIn', { days })).toBe(words);
  });

  it.each([
    [0, 'اليوم'],
    [1, 'بعد يوم عمل واحد'],
    [2, 'بعد يومي عمل'],
    [3, 'بعد 3 أيام عمل'],
    [11, 'بعد 11 يوم عمل'],
    [100, 'بعد 100 يوم عمل'],
    [103, 'بعد 103 أيام عمل'],
  ])('says %d working days in Arabic as "%s"', (days, words) => {
    expect(translatorFor('ar').t('kernel.dueIn', { days })).toBe(words);
  });

  it('falls back to "other" where a language leaves out the form for millions', () => {
    expect(translatorFor('fr').t('kernel.dueIn', { days: 1_000_000 })).toMatch(/jours ouvrés$/);
  });
});

describe('names inside sentences', () => {
  it('isolates every text in Arabic, where Latin and Arabic meet', () => {
    expect(translatorFor('ar').t('kernel.by', { date: 'REQ-2026-0142' })).toBe(`حتى ${isolated('REQ-2026-0142')}`);
  });
  it('isolates in other languages only what could turn the sentence around', () => {
    const { t } = translatorFor('en');
    expect(t('kernel.by', { date: 'Kolkata' })).toBe('by Kolkata');
    expect(t('kernel.by', { date: 'بنن' })).toBe(`by ${isolated('بنن')}`);
    expect(t('kernel.by', { date: '\u202EatakloK' })).toBe(`by ${isolated('\u202EatakloK')}`);
    expect(t('kernel.by', { date: '𞤀𞤣𞤤𞤢𞤥' })).toBe(`by ${isolated('𞤀𞤣𞤤𞤢𞤥')}`);
  });
  it('leaves numbers as they are: a year is not a quantity', () => {
    expect(translatorFor('ar').t('kernel.by', { date: 2026 })).toBe('حتى 2026');
  });
  it('isolates the members of a list', () => {
    expect(translatorFor('ar').list(['ACED', 'UNOSSC'])).toBe(`${isolated('ACED')} و${isolated('UNOSSC')}`);
    expect(translatorFor('en').list(['Kolkata', 'Cotonou', 'Zhengzhou'], 'disjunction')).toBe(
      'Kolkata, Cotonou or Zhengzhou',
    );
  });
});

describe('keys from the wire', () => {
  it('are said with their arguments, and shown as they came when nobody knows them', () => {
    const { say, has } = translatorFor('es');
    expect(say('kernel.form.tooShort', { min: 12 })).toBe('Escriba al menos 12 caracteres.');
    expect(say('brokering.unheard-of')).toBe('brokering.unheard-of');
    expect(say('toString')).toBe('toString');
    expect(has('kernel.brand')).toBe(true);
    expect(has('toString')).toBe(false);
  });
});

describe('arguments', () => {
  const { t } = translatorFor('en');
  it('are asked for by the compiler, and what is missing all the same is left out', () => {
    // @ts-expect-error: the date is missing
    expect(t('kernel.by')).toBe('by ');
    // @ts-expect-error: no such key
    expect(t('kernel.bye')).toBe('kernel.bye');
    // @ts-expect-error: a message without arguments takes none
    expect(t('kernel.you', { name: 'x' })).toBe('You');
    // @ts-expect-error: a count is a number
    expect(t('kernel.late', { days: '2' })).toBe('2 working days late');
  });
});

describe('tags', () => {
  const messages: Messages = {
    linked: (f, a) => ['See ', ...f.tag(a['link'], ['the ', f.text(a['name']), ...f.tag(a['b'], [' page'])]), '.'],
  };
  const { rich, say } = createTranslator('ar', messages);

  it('become what their functions return, nested ones first, and names stay bare for the element that isolates them', () => {
    const wrap = (name: string) => (chunks: unknown[]) => ({ name, chunks });
    const args = { name: 'Benin', link: wrap('a'), b: wrap('b') };
    expect((rich as (key: string, args: unknown) => unknown)('linked', args)).toEqual([
      'See ',
      { name: 'a', chunks: ['the ', 'Benin', { name: 'b', chunks: [' page'] }] },
      '.',
    ]);
  });
  it('are dropped from plain text', () => {
    expect(say('linked', { name: 'Benin' })).toBe(`See the ${isolated('Benin')} page.`);
  });
});

describe('dates and numbers', () => {
  const at = new Date('2026-03-25T14:00:00Z');
  const nbsp = (text: string): string => text.replaceAll(' ', '\u00A0');

  it('are written the way each language does, western digits and 24 hours in Arabic too', () => {
    expect(locales.map((locale) => translatorFor(locale).date(at))).toEqual(
      [
        '25 March 2026',
        '25 mars 2026',
        '25 de marzo de 2026',
        '25 de março de 2026',
        '25 марта 2026 г.',
        '25 مارس 2026',
      ]
        .map(nbsp)
        .concat('2026年3月25日'),
    );
    expect(locales.map((locale) => translatorFor(locale).time(at))).toEqual(locales.map(() => '14:00'));
    expect(translatorFor('ar').number(1234567.5)).toBe('1,234,567.5');
    expect(translatorFor('en').number(0.25, { style: 'percent' })).toBe('25%');
  });
  it('give the size of a file in the unit in which it is a small number', () => {
    const { fileSize } = translatorFor('fr');
    expect([0, 999, 82_300, 1_400_000, 10_000_000].map(fileSize)).toEqual(
      ['0 octet', '999 octets', '82 ko', '1,4 Mo', '10 Mo'].map(nbsp),
    );
    expect(translatorFor('en').fileSize(142)).toBe(nbsp('142 bytes'));
    expect(translatorFor('ru').fileSize(82_300)).toBe(nbsp('82 кБ'));
    expect(translatorFor('ar').fileSize(82_300)).toBe(nbsp('82 كيلوبايت'));
  });
  it('come in six lengths', () => {
    const { date } = translatorFor('en');
    const styles = ['day', 'dayMonth', 'weekday', 'full', 'month', 'short'] as const;
    expect(styles.map((style) => date(at, style))).toEqual(
      ['25 March 2026', '25 March', 'Wed 25 March', 'Wednesday, 25 March 2026', 'March 2026', '25 Mar 2026'].map(nbsp),
    );
  });
  it('are those of the zone asked for, else of the translator, else UTC', () => {
    expect(translatorFor('en').time(at, 'Asia/Shanghai')).toBe('22:00');
    expect(translatorFor('en', 'Asia/Kolkata').time(at)).toBe('19:30');
    expect(translatorFor('en', 'Asia/Kolkata').time(at, 'UTC')).toBe('14:00');
  });
  it('a day without an hour is the same day everywhere', () => {
    expect(translatorFor('en', 'America/Lima').date('2026-03-25', 'dayMonth')).toBe(nbsp('25 March'));
  });
  it('break a date and its hour only between the two', () => {
    expect(translatorFor('en').dateTime(at)).toBe(`${nbsp('25 March 2026 at')} 14:00`);
    expect(translatorFor('zh').dateTime(at)).toBe('2026年3月25日 14:00');
  });
  it('say once what both ends of a range share', () => {
    const { range } = translatorFor('en');
    expect(range(at, '2026-03-25T15:30:00Z')).toBe(nbsp('25 March 2026, 14:00–15:30'));
    expect(range('2026-03-25', '2026-05-27')).toBe(`${nbsp('25 March –')} ${nbsp('27 May 2026')}`);
    expect(translatorFor('zh').range('2026-03-25', '2026-05-27')).toBe('2026年3月25日\u00A0– 2026年5月27日');
  });
  it.each([
    ['2026-03-25T14:00:20Z', 'now'],
    ['2026-03-25T13:59:00Z', '1 minute ago'],
    ['2026-03-25T14:59:40Z', 'in 1 hour'],
    ['2026-03-26T13:40:00Z', 'in 1 day'],
    ['2026-03-28T13:00:00Z', 'in 3 days'],
    ['2026-03-08T14:00:00Z', '17 days ago'],
    ['2026-05-25T14:00:00Z', 'in 2 months'],
    ['2024-03-25T14:00:00Z', '2 years ago'],
  ])('%s is "%s"', (when, words) => {
    expect(translatorFor('en').relative(when, at)).toBe(words);
  });
});

describe('names of languages and places', () => {
  it('come in the language of the reader; unknown codes as they are', () => {
    const { language, country } = translatorFor('fr');
    expect([language('zh'), language('bn'), language('?')]).toEqual(['chinois', 'bengali', '?']);
    expect([country('BJ'), country('HK'), country('nowhere')]).toEqual([
      'Bénin',
      'Hong Kong (RAS de Chine)',
      'nowhere',
    ]);
  });
  it.each([
    ['fr', ['Buenos Aires', 'Porto-Novo', 'Shanghai']],
    ['ar', ['توقيت الأرجنتين الرسمي', 'توقيت غرب أفريقيا', 'توقيت الصين الرسمي']],
    ['zh', ['阿根廷标准时间', '西部非洲时间', '中国标准时间']],
    ['ru', ['Аргентина, стандартное время', 'Западная Африка', 'Китай, стандартное время']],
  ] as const)('a zone has its city in Latin letters, and elsewhere the name its time has: %s', (locale, names) => {
    const { zoneName } = translatorFor(locale);
    expect(['America/Argentina/Buenos_Aires', 'Africa/Porto-Novo', 'Asia/Shanghai'].map(zoneName)).toEqual(names);
    expect([zoneName('UTC'), zoneName('Nowhere/Else')]).toEqual(['UTC', 'Else']);
  });
  it('every language names itself', () => {
    expect(Object.keys(autonyms).every(isLocale)).toBe(true);
    for (const locale of locales)
      expect(autonyms[locale].toLowerCase()).toBe(translatorFor(locale).language(locale).toLowerCase());
  });
});

describe('catalogues in the browser', () => {
  it('arrive by room, and hold what the server has', async () => {
    const { has, t, dir } = createTranslator('ar', await loadMessages('ar', ['kernel']));
    expect(dir).toBe('rtl');
    expect(t('kernel.signIn')).toBe(translatorFor('ar').t('kernel.signIn'));
    expect(has('sdg.1')).toBe(false);
  });
  it('all rooms of all languages load', async () => {
    for (const locale of locales) {
      const { has } = createTranslator(locale, await loadMessages(locale, rooms));
      expect([has('kernel.brand'), has('sdg.17')]).toEqual([true, true]);
    }
  });
});

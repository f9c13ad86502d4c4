import { describe, expect, it } from '@jest/globals';
import { negotiate } from './negotiate.ts';

describe('negotiate', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['pt-BR', 'pt'],
    ['zh-Hans-CN, en;q=0.5', 'zh'],
    ['de, fr;q=0.9, en;q=0.8', 'fr'],
    ['en;q=0.3, ar; q=0.7', 'ar'],
    ['FR-CH, es', 'fr'],
    ['sw, *;q=0.5', 'en'],
    ['en;q=0, *', 'fr'],
    ['ru;q=0, de', 'en'],
    ['es;q=oops, ru;q=0.1', 'ru'],
    [';;,,=', 'en'],
  ])('%j is answered in %s', (header, locale) => {
    expect(negotiate(header)).toBe(locale);
  });
});

import { locales } from '@baraza/domain/kernel';
import { becauseKeys, triangleKeys } from '@baraza/domain/matching';
import { translatorFor } from '@baraza/i18n/server';
import { describe, expect, it } from '@jest/globals';
import { sentenceOf } from './sentence.ts';

describe('a reason', () => {
  it('is said in the reader’s language, with the names of things as that language has them', () => {
    const theme = {
      key: becauseKeys.theme,
      args: { themes: { names: ['customs', 'logistics'], of: 'theme' as const } },
    };
    expect(sentenceOf(translatorFor('en'), theme)).toBe('Themes on both sides: Customs and Logistics');
    expect(sentenceOf(translatorFor('fr'), theme)).toBe('Thèmes présents des deux côtés : Douanes et Logistique');
    const spoken = { key: becauseKeys.language, args: { languages: { names: ['fr'], of: 'language' as const } } };
    expect(sentenceOf(translatorFor('zh'), spoken)).toContain('法语');
  });

  it.each(locales)('has words for every kind of name in %s', (locale) => {
    const i18n = translatorFor(locale);
    const names = {
      [becauseKeys.theme]: { themes: { names: ['customs'], of: 'theme' as const } },
      [becauseKeys.modality]: { ways: { names: ['study_visit'], of: 'modality' as const } },
      [becauseKeys.region]: { region: { names: ['africa'], of: 'region' as const } },
      [becauseKeys.preference]: { wishes: { names: ['regions'], of: 'wish' as const } },
      [becauseKeys.balance]: { groups: { names: ['ldc'], of: 'group' as const } },
      [triangleKeys.goal]: { goals: { names: ['9.3'], of: 'text' as const } },
    };
    for (const [key, args] of Object.entries(names)) {
      const sentence = sentenceOf(i18n, { key, args });
      expect(sentence).not.toMatch(/matching\.|theme\.|modality\.|region\.|undefined/);
    }
  });
});

import type { Asker } from './need.ts';

export const askers = {
  kisumu: { country: 'KE', region: 'africa', utcOffset: 180, languages: ['en', 'sw'] },
  suva: { country: 'FJ', region: 'oceania', utcOffset: 720, languages: ['en'] },
  dakar: { country: 'SN', region: 'africa', utcOffset: 0, languages: ['fr'] },
  bujumbura: { country: 'BI', region: 'africa', utcOffset: 120, languages: ['fr'] },
  laPaz: { country: 'BO', region: 'americas', utcOffset: -240, languages: ['es'] },
  cartagena: { country: 'CO', region: 'americas', utcOffset: -300, languages: ['es', 'en'] },
  maputo: { country: 'MZ', region: 'africa', utcOffset: 120, languages: ['pt'] },
  praia: { country: 'CV', region: 'africa', utcOffset: -60, languages: ['pt', 'fr'] },
  osh: { country: 'KG', region: 'asia', utcOffset: 360, languages: ['ru'] },
  dushanbe: { country: 'TJ', region: 'asia', utcOffset: 300, languages: ['ru'] },
  aqaba: { country: 'JO', region: 'asia', utcOffset: 180, languages: ['ar', 'en'] },
  nouakchott: { country: 'MR', region: 'africa', utcOffset: 0, languages: ['ar', 'fr'] },
  kunming: { country: 'CN', region: 'asia', utcOffset: 480, languages: ['zh'] },
} as const satisfies Record<string, Asker>;

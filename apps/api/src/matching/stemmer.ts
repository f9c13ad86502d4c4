import type { Stemmer } from '@baraza/domain/matching';
import { stemmer as ar } from '@orama/stemmers/arabic';
import { stemmer as en } from '@orama/stemmers/english';
import { stemmer as fr } from '@orama/stemmers/french';
import { stemmer as pt } from '@orama/stemmers/portuguese';
import { stemmer as ru } from '@orama/stemmers/russian';
import { stemmer as es } from '@orama/stemmers/spanish';

const stemmers = { en, fr, es, pt, ru, ar };

/** The root of a word, by Snowball's rules; Chinese words have none. */
export const stem: Stemmer = (locale, word) => (locale === 'zh' ? word : stemmers[locale](word));

import { stemmer as ar } from '@orama/stemmers/arabic';
import { stemmer as en } from '@orama/stemmers/english';
import { stemmer as fr } from '@orama/stemmers/french';
import { stemmer as pt } from '@orama/stemmers/portuguese';
import { stemmer as ru } from '@orama/stemmers/russian';
import { stemmer as es } from '@orama/stemmers/spanish';
import type { Stemmer } from '../src/matching/index.ts';

const stemmers = { en, fr, es, pt, ru, ar };

/** The library the api hands to the matcher. */
export const stem: Stemmer = (locale, word) => (locale === 'zh' ? word : stemmers[locale](word));

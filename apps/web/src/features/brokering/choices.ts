import { locales } from '@baraza/i18n';

export const sdgIds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17] as const;
/** Languages cities of the network work in: the seven of the interface first. */
export const workingLanguages = [...locales, 'bn', 'hi', 'hy', 'kk', 'ky', 'lo', 'sw', 'be'] as const;

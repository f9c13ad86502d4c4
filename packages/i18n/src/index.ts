export { directionOf, isLocale, type Locale, locales } from '@baraza/domain/kernel';
export { autonyms } from './autonyms.ts';
export type { Messages } from './catalogue.ts';
export { type Room, rooms } from './generated/loaders.ts';
export type { MessageKey } from './generated/types.ts';
export type { DateStyle, When } from './intl.ts';
export { loadMessages } from './load.ts';
export { negotiate } from './negotiate.ts';
export { type ArgsOf, createTranslator, type RichArgs, type Translator } from './translator.ts';

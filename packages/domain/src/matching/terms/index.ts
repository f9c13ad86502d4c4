export { createLexicon, type GlossaryEntry, type Lexicon, type ThemeLabel } from './lexicon.ts';
export { either, type Passage, type Reading, read, type Topic, type Written } from './reading.ts';
export type { Stemmer } from './words.ts';

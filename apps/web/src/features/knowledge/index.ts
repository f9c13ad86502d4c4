export { storiesQuery } from './knowledge.queries.ts';
export { LanguageLine } from './language-line.tsx';
export { ReadingList } from './reading-list.tsx';
export { numberSources, SourceList, SourceNote } from './sources.tsx';
export { StoryRow } from './story-row.tsx';
export { Themes } from './taxonomy.tsx';

import { readFileSync } from 'node:fs';

/** One file of the demo community's content, as it was collected from the sources it names. */
export const readContent = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../content/${name}.json`, import.meta.url), 'utf8')) as T;

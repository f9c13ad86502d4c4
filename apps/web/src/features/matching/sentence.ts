import type { Because } from '@baraza/contracts/matching';
import type { Translator } from '@baraza/i18n';

type Said = Because['args'][string];

/** How the names of each kind are called in the reader's language. */
const nameOf = (i18n: Translator, of: Extract<Said, object>['of'], name: string): string => {
  switch (of) {
    case 'language':
      return i18n.language(name);
    case 'wish':
    case 'group':
      return i18n.say(`matching.${of}.${name}`);
    case 'text':
      return name;
    default:
      return i18n.say(`${of}.${name}`);
  }
};

/** One reason as a sentence in the reader's language. */
export const sentenceOf = (i18n: Translator, { key, args }: Pick<Because, 'key' | 'args'>): string =>
  i18n.say(
    key,
    Object.fromEntries(
      Object.entries(args).map(([name, said]) => [
        name,
        typeof said === 'object' ? i18n.list(said.names.map((one) => nameOf(i18n, said.of, one))) : said,
      ]),
    ),
  );

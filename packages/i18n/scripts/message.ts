import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { dateStyles } from '../src/intl.ts';

/** What a caller must hand in: `select` also says which values it knows. */
export type Argument =
  | { readonly kind: 'text' | 'number' | 'date' }
  | { readonly kind: 'select'; readonly options: ReadonlySet<string> };

export interface ReadMessage {
  readonly elements: readonly MessageFormatElement[];
  readonly args: ReadonlyMap<string, Argument>;
  readonly tags: ReadonlySet<string>;
  readonly faults: readonly string[];
}

const dateNames = Object.keys(dateStyles);
const numberStyles: readonly string[] = ['integer', 'percent'];

/** CLDR's `many` of the Romance languages is for "2 millions de": our counts never need it. */
const optional: Readonly<Record<string, readonly string[]>> = { fr: ['many'], es: ['many'], pt: ['many'] };

const pluralFaults = (locale: string, forms: readonly string[], type: Intl.PluralRuleType): string[] => {
  const known = new Intl.PluralRules(locale, { type }).resolvedOptions().pluralCategories as string[];
  const missing = known.filter((form) => !forms.includes(form) && !optional[locale]?.includes(form));
  const dead = forms.filter((form) => !form.startsWith('=') && !known.includes(form));
  return [
    ...missing.map((form) => `the plural lacks the form "${form}"`),
    ...dead.map((form) => `the plural has a form "${form}" that ${locale} never uses`),
  ];
};

/** Parses one message and gathers what it asks for; everything wrong with it by itself is in `faults`. */
export function readMessage(text: string, locale: string): ReadMessage {
  const args = new Map<string, Argument>();
  const tags = new Set<string>();
  const faults: string[] = [];

  const take = (name: string, argument: Argument): void => {
    const before = args.get(name);
    if (before && before.kind !== argument.kind && before.kind !== 'text' && argument.kind !== 'text')
      faults.push(`{${name}} is used both as ${before.kind} and as ${argument.kind}`);
    if (before?.kind === 'select' && argument.kind === 'select')
      args.set(name, { kind: 'select', options: new Set([...before.options, ...argument.options]) });
    else if (!before || before.kind === 'text') args.set(name, argument);
  };

  const visitAll = (elements: Iterable<MessageFormatElement>): void => {
    for (const element of elements) visit(element);
  };
  const visitOptions = (options: Readonly<Record<string, { value: MessageFormatElement[] }>>): void => {
    for (const { value } of Object.values(options)) visitAll(value);
  };
  const visit = (element: MessageFormatElement): void => {
    switch (element.type) {
      case TYPE.argument:
        take(element.value, { kind: 'text' });
        break;
      case TYPE.number:
        if (typeof element.style === 'string' && !numberStyles.includes(element.style))
          faults.push(`the number style of {${element.value}} is none of ${numberStyles.join(', ')}`);
        if (typeof element.style === 'object' && element.style && 'scale' in element.style.parsedOptions)
          faults.push(`the number style of {${element.value}} has a scale: scale the argument instead`);
        take(element.value, { kind: 'number' });
        break;
      case TYPE.date:
        if (element.style && !dateNames.includes(element.style as string))
          faults.push(`the date style of {${element.value}} is none of ${dateNames.join(', ')}`);
        take(element.value, { kind: 'date' });
        break;
      case TYPE.time:
        if (element.style) faults.push(`{${element.value}, time} takes no style`);
        take(element.value, { kind: 'date' });
        break;
      case TYPE.select:
        take(element.value, { kind: 'select', options: new Set(Object.keys(element.options)) });
        visitOptions(element.options);
        break;
      case TYPE.plural:
        take(element.value, { kind: 'number' });
        faults.push(...pluralFaults(locale, Object.keys(element.options), element.pluralType ?? 'cardinal'));
        visitOptions(element.options);
        break;
      case TYPE.tag:
        tags.add(element.value);
        visitAll(element.children);
    }
  };

  if (text.trim() === '') return { elements: [], args, tags, faults: ['the message is empty'] };
  try {
    const elements = parse(text, { shouldParseSkeletons: true });
    visitAll(elements);
    return { elements, args, tags, faults };
  } catch (error) {
    return { elements: [], args, tags, faults: [`not ICU MessageFormat: ${(error as Error).message}`] };
  }
}

const missingFrom = (wanted: Iterable<string>, has: { has(name: string): boolean }): string[] =>
  [...wanted].filter((name) => !has.has(name)).sort();

/** Where a translation asks for other things than its English source, so that callers could not serve both. */
export function differences(source: ReadMessage, translation: ReadMessage): string[] {
  const faults = [
    ...missingFrom(source.args.keys(), translation.args).map((name) => `{${name}} is missing`),
    ...missingFrom(translation.args.keys(), source.args).map((name) => `{${name}} is not in the English message`),
    ...missingFrom(source.tags, translation.tags).map((name) => `<${name}> is missing`),
    ...missingFrom(translation.tags, source.tags).map((name) => `<${name}> is not in the English message`),
  ];
  for (const [name, here] of translation.args) {
    const there = source.args.get(name);
    if (!there) continue;
    if (here.kind !== there.kind && !(here.kind === 'text' && there.kind === 'number'))
      faults.push(`{${name}} is used as ${here.kind}, in English as ${there.kind}`);
    if (here.kind === 'select' && there.kind === 'select')
      faults.push(
        ...missingFrom(here.options, there.options).map((option) => `{${name}} never has the value "${option}"`),
      );
  }
  return faults;
}

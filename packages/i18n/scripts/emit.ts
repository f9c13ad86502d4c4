import { type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Argument, ReadMessage } from './message.ts';

const quote = JSON.stringify;
const property = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name));
const argument = (name: string): string => (property(name) === name ? `a.${name}` : `a[${quote(name)}]`);
const object = (entries: readonly (readonly [string, string])[]): string =>
  `{ ${entries.map(([name, value]) => `${property(name)}: ${value}`).join(', ')} }`;
const literal = (elements: readonly MessageFormatElement[]): string | null =>
  elements.every((element) => element.type === TYPE.literal)
    ? elements.map((element) => (element.type === TYPE.literal ? element.value : '')).join('')
    : null;

type Options = Readonly<Record<string, { readonly value: readonly MessageFormatElement[] }>>;
const branches = (options: Options, parameter: string): string =>
  object(
    Object.entries(options).map(([name, { value }]) => {
      const text = literal(value);
      return [name, text === null ? `(${parameter}) => ${parts(value)}` : quote(text)];
    }),
  );

const numberOptions = (style: Extract<MessageFormatElement, { type: TYPE.number }>['style']): string => {
  if (style === 'percent') return ', { style: "percent" }';
  if (style === 'integer') return ', { maximumFractionDigits: 0 }';
  return style && typeof style === 'object' ? `, ${quote(style.parsedOptions)}` : '';
};

/** One element as an expression; plurals, selects and tags make lists, the rest one piece. */
const expression = (element: MessageFormatElement): { code: string; list?: true } => {
  switch (element.type) {
    case TYPE.literal:
      return { code: quote(element.value) };
    case TYPE.argument:
      return { code: `f.text(${argument(element.value)})` };
    case TYPE.number:
      return { code: `f.number(${argument(element.value)}${numberOptions(element.style)})` };
    case TYPE.date:
      return { code: `f.date(${argument(element.value)}${element.style ? `, ${quote(element.style)}` : ''})` };
    case TYPE.time:
      return { code: `f.time(${argument(element.value)})` };
    case TYPE.pound:
      return { code: 'n' };
    case TYPE.select:
      return { code: `f.select(${argument(element.value)}, ${branches(element.options, '')})`, list: true };
    case TYPE.plural: {
      const ordinal = element.pluralType === 'ordinal';
      const more = ordinal ? `, ${element.offset}, "ordinal"` : element.offset ? `, ${element.offset}` : '';
      return { code: `f.plural(${argument(element.value)}, ${branches(element.options, 'n')}${more})`, list: true };
    }
    case TYPE.tag:
      return { code: `f.tag(${argument(element.value)}, ${parts(element.children)})`, list: true };
  }
};

function parts(elements: readonly MessageFormatElement[]): string {
  const all = elements.map(expression);
  const [first] = all;
  if (all.length === 1 && first?.list) return first.code;
  return `[${all.map(({ code, list }) => (list ? `...${code}` : code)).join(', ')}]`;
}

const message = ({ elements }: ReadMessage): string => {
  const text = literal(elements);
  return text === null ? `(f, a) => ${parts(elements)}` : quote(text);
};

const header = '// Made from packages/i18n/catalogues by scripts/compile.ts.\n';

/** The messages of one room in one language as a module without imports at run time. */
export const emitMessages = (messages: ReadonlyMap<string, ReadMessage>): string =>
  `${header}import type { Messages } from '../../catalogue.ts';\n\nexport const messages: Messages = {\n${[...messages]
    .map(([key, read]) => `  ${quote(key)}: ${message(read)},\n`)
    .join('')}};\n`;

const types = { text: 'string | number', number: 'number', date: 'Date | string' } as const;
const typeOf = (argument: Argument): string => {
  if (argument.kind !== 'select') return types[argument.kind];
  const known = [...argument.options].filter((option) => option !== 'other').map((option) => quote(option));
  return [...known, '(string & {})'].join(' | ');
};

export const emitTypes = (english: Iterable<ReadonlyMap<string, ReadMessage>>): string => {
  const all = [...english].flatMap((room) => [...room]);
  const args = ([key, { args }]: [string, ReadMessage]): string => {
    const fields = [...args].map(([name, argument]) => `readonly ${property(name)}: ${typeOf(argument)}`);
    return `  ${quote(key)}: ${fields.length ? `{ ${fields.join('; ')} }` : 'unknown'};\n`;
  };
  const tags = ([key, { tags }]: [string, ReadMessage]): string =>
    tags.size ? `  ${quote(key)}: ${[...tags].map((tag) => quote(tag)).join(' | ')};\n` : '';
  return [
    header,
    `export interface MessageArgs {\n${all.map(args).join('')}}\n`,
    `export interface MessageTags {\n${all.map(tags).join('')}}\n`,
    'export type MessageKey = keyof MessageArgs;\n',
  ].join('\n');
};

const identifier = (locale: string, room: string): string => `${locale}_${room.replace(/\W/g, '_')}`;

export const emitLoaders = (locales: readonly string[], rooms: readonly string[]): string =>
  [
    `${header}import type { Locale } from '@baraza/domain/kernel';\nimport type { Messages } from '../catalogue.ts';\n`,
    `export const rooms = [${rooms.map((room) => quote(room)).join(', ')}] as const;`,
    'export type Room = (typeof rooms)[number];\n',
    `export const loaders: Record<Locale, Record<Room, () => Promise<{ messages: Messages }>>> = {`,
    ...locales.map(
      (locale) =>
        `  ${locale}: {\n${rooms.map((room) => `    ${property(room)}: () => import('./${locale}/${room}.ts'),\n`).join('')}  },`,
    ),
    '};\n',
  ].join('\n');

export const emitAll = (locales: readonly string[], rooms: readonly string[]): string =>
  [
    `${header}import type { Locale } from '@baraza/domain/kernel';\nimport type { Messages } from '../catalogue.ts';`,
    ...locales.flatMap((locale) =>
      rooms.map((room) => `import { messages as ${identifier(locale, room)} } from './${locale}/${room}.ts';`),
    ),
    '\nexport const catalogues: Record<Locale, Messages> = {',
    ...locales.map((locale) => `  ${locale}: { ${rooms.map((room) => `...${identifier(locale, room)}`).join(', ')} },`),
    '};\n',
  ].join('\n');

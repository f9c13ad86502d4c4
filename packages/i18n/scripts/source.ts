import { parseSync } from '@swc/core';

/** A string, or the fixed pieces of a template; `asked`: handed to something that wants a key. */
export interface Text {
  readonly head: string;
  readonly quasis: readonly string[];
  readonly line: number;
  readonly asked: boolean;
}
/** What one source file says: every text in it, and the words its JSX puts before a reader. */
export interface Source {
  readonly texts: readonly Text[];
  readonly words: readonly { readonly text: string; readonly line: number }[];
}

/** Functions whose text arguments are keys. */
const askers = new Set(['t', 'rich', 'say', 'has', 'Refusal', 'refuse', 'problem']);
/** Attributes that are read out or shown. */
const shownAttributes = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label']);
/** Texts that are the same in every language. */
const allowedTexts = new Set(['REQ-']);
/** Elements whose content is code, keys of a keyboard or style, not words. */
const allowedElements = new Set(['code', 'kbd', 'style', 'script']);

/** A node of the syntax tree as it comes out of the parser: its type and whatever else it has. */
interface Node {
  readonly type: string;
  readonly span: { readonly start: number };
  readonly [field: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value : [value]).filter(isNode);

/** Call arguments and the functions of methods come wrapped in objects without a type of their own. */
const children = (node: object): Node[] =>
  Object.values(node).flatMap((value) =>
    (Array.isArray(value) ? value : [value]).flatMap((child) => {
      if (isNode(child)) return [child];
      return typeof child === 'object' && child !== null ? children(child) : [];
    }),
  );

const nameOf = (node: unknown): string => {
  if (!isNode(node)) return '';
  if (node.type === 'MemberExpression') return nameOf(node['property']);
  return typeof node['value'] === 'string' ? node['value'] : '';
};

const quasisOf = (node: Node): string[] | null => {
  if (node.type === 'StringLiteral') return [String(node['value'])];
  if (node.type === 'TemplateLiteral' && Array.isArray(node['quasis']))
    return nodes(node['quasis']).map((quasi) => String(quasi['cooked'] ?? ''));
  return null;
};

/** The texts an expression may come to, without looking into calls: `busy ? 'Wait' : 'Send'` comes to two. */
const outcomes = (node: unknown): Node[] => {
  if (!isNode(node)) return [];
  if (quasisOf(node)) return [node];
  if (node.type === 'JSXText') return [node];
  if (node.type === 'ParenthesisExpression' || node.type === 'JSXExpressionContainer')
    return outcomes(node['expression']);
  if (node.type === 'ConditionalExpression') return [...outcomes(node['consequent']), ...outcomes(node['alternate'])];
  if (node.type === 'BinaryExpression') {
    const { operator } = node;
    if (operator === '&&') return outcomes(node['right']);
    // A comparison comes to yes or no.
    return operator === '+' || operator === '||' || operator === '??'
      ? [...outcomes(node['left']), ...outcomes(node['right'])]
      : [];
  }
  return [];
};

export function readSource(code: string, file: string): Source {
  const bytes = Buffer.from(code);
  const lineOf = ({ span }: Node): number => bytes.subarray(0, span.start).toString().split('\n').length;
  const texts: Text[] = [];
  const words: Source['words'][number][] = [];

  const show = (node: Node): void => {
    const text = (quasisOf(node) ?? [String(node['value'])]).join(' ').replace(/\s+/g, ' ').trim();
    if (/\p{L}/u.test(text) && !allowedTexts.has(text)) words.push({ text, line: lineOf(node) });
  };

  const visit = (node: Node, asked: boolean): void => {
    const quasis = quasisOf(node);
    if (quasis) texts.push({ head: quasis[0] ?? '', quasis, line: lineOf(node), asked });
    if (node.type === 'JSXAttribute' && shownAttributes.has(nameOf(node['name'])))
      outcomes(node['value']).forEach(show);
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      const opening = node['opening'];
      const name = isNode(opening) ? nameOf(opening['name']) : '';
      if (!allowedElements.has(name)) nodes(node['children']).flatMap(outcomes).forEach(show);
    }
    const asks = node.type === 'CallExpression' || node.type === 'NewExpression';
    const within = asks ? askers.has(nameOf(node['callee'])) : asked;
    for (const child of children(node)) visit(child, within);
  };

  const module = parseSync(code, {
    syntax: 'typescript',
    tsx: file.endsWith('.tsx'),
    decorators: true,
    target: 'es2023',
  });
  for (const statement of module.body) if (isNode(statement)) visit(statement, false);
  return { texts, words };
}

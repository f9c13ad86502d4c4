/** A place in the code at which somebody is made to owe something, by whatever name. */
export interface Call {
  readonly n: number;
  /** `brokering/case/case.ts`. */
  readonly file: string;
  readonly line: number;
  readonly callee: string;
}

const owing = /(?<![\w$.])((?:\w+\.)*(?:arm|rearm|rewind|owe(?!d)\w*))\(/g;
/** What follows the brackets of a definition, and never those of a call. */
const defined = /^\s*(\{|:\s*(Promise<|void\b|\w+\s*(\{|=>)))/;

function endOfArguments(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')' && --depth === 0) return at + 1;
  }
  return text.length;
}

/** The calls in a file, numbered from `first`, and the file with a switch at each of them. */
export function switched(file: string, text: string, first: number): { calls: Call[]; text: string } {
  const calls: Call[] = [];
  let out = '';
  let from = 0;
  for (const found of text.matchAll(owing)) {
    const callee = found[1] ?? '';
    const before = text.slice(text.lastIndexOf('\n', found.index) + 1, found.index);
    const after = text.slice(endOfArguments(text, found.index + callee.length));
    if (/(function|\*|\/\/).*$/.test(before) || defined.test(after)) continue;
    const n = first + calls.length;
    calls.push({ n, file, line: text.slice(0, found.index).split('\n').length, callee });
    out += `${text.slice(from, found.index)}(forgets(${n}) ? forgotten : (...given) => ${callee}(...given))`;
    from = found.index + callee.length;
  }
  if (calls.length === 0) return { calls, text };
  const switches = `function forgets(n) { return globalThis.forgets?.(n) ?? false; }\nasync function forgotten() {}\n`;
  return { calls, text: `${out}${text.slice(from)}\n${switches}` };
}

import { createReadStream } from 'node:fs';

/** Bytes no text has, in whatever script and encoding it was written. */
const isControl = (byte: number): boolean => (byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte)) || byte === 0x7f;
const markup = /^(\ufeff|\s)*<(!|\?|[a-z])/i;

/** Whether it is text and not a page: a browser must find nothing in it to run, wherever it is opened. */
export async function isPlainText(path: string): Promise<boolean> {
  let first = true;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (first && markup.test(chunk.toString('utf8', 0, 4096))) return false;
    first = false;
    if (chunk.some(isControl)) return false;
  }
  return !first;
}

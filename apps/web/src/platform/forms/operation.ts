import type { Api } from '@baraza/contracts/api';
import type { Answer } from '@baraza/contracts/kernel';

/** `forums.reply`: an operation as forms and the outbox name it. */
export type Operation = {
  [Room in keyof Api & string]: `${Room}.${keyof Api[Room] & string}`;
}[keyof Api & string];
export type AnswerOf<O extends string> = O extends `${infer Room}.${infer Name}`
  ? Room extends keyof Api
    ? Name extends keyof Api[Room]
      ? Answer<Api[Room][Name]>
      : never
    : never
  : never;

type Values = Readonly<Record<string, string | number | undefined>>;

/** Where a form is sent: a plain form without script, the same words by fetch with it. */
export function actionUrl(operation: string, values: Values = {}): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) if (value !== undefined) query.set(key, String(value));
  const tail = query.toString();
  return `/do/${operation}${tail ? `?${tail}` : ''}`;
}

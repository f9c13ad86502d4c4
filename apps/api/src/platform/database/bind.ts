/** The values of a statement, numbered as they are written into it: `where t.no = ${$(no)}`. */
export interface Bound {
  readonly values: readonly unknown[];
  readonly $: (value: unknown) => string;
}

export function bind(): Bound {
  const values: unknown[] = [];
  return { values, $: (value) => `$${values.push(value)}` };
}

/** The `CHECK` of a column that holds a state: `oneOf('state', requestMachine.states)`. */
export const oneOf = (column: string, values: readonly string[]): string =>
  `${column} = ANY (ARRAY[${values.map((value) => `'${value}'::text`).join(', ')}])`;

/** Every reason the domain can say no. The HTTP status of each lives in the contracts' problem catalogue. */
export const refusalCodes = [
  'not-permitted',
  'no-such-move',
  'stale-version',
  'not-found',
  'unmet-condition',
  'already-done',
  'invalid-input',
  'payload-too-large',
  'unsupported-media-type',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** One of several fields to mend: what is to be done there. */
export type FieldToMend = Pick<Refusal, 'sentence' | 'args'> & { readonly path: string };

/**
 * A refusal the member can act on. `sentence` is a key of the message catalogues, rendered in the reader's language
 * where the answer leaves; `args` are that message's arguments; `path` names the field to mend, if it is one;
 * `fields`, where there are several, each with what to say beside it.
 */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: RefusalCode;
  readonly sentence: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly path: string | undefined;
  readonly fields: readonly FieldToMend[];
  constructor(
    code: RefusalCode,
    sentence: string,
    args: Readonly<Record<string, string | number>> = {},
    path?: string,
    fields: readonly FieldToMend[] = path ? [{ path, sentence, args }] : [],
  ) {
    super(`${code}: ${sentence}`);
    this.code = code;
    this.sentence = sentence;
    this.args = args;
    this.path = path;
    this.fields = fields;
  }
}

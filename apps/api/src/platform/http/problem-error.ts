import { type Issue, type ProblemCode, problemStatus } from '@baraza/contracts/kernel';

/** An answer that is not the one asked for. `sentence` is a catalogue key, rendered in the reader's language where it leaves. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly code: ProblemCode;
  readonly sentence: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly issues: readonly Issue[] | undefined;
  readonly retryAfter: number | undefined;
  /** The field to mend, if it is one. */
  readonly path: string | undefined;
  constructor(
    code: ProblemCode,
    sentence: string = `kernel.problem.${code}`,
    more: {
      args?: Readonly<Record<string, string | number>>;
      issues?: readonly Issue[];
      retryAfter?: number;
      path?: string;
    } = {},
  ) {
    super(`${code}: ${sentence}`);
    this.code = code;
    this.sentence = sentence;
    this.args = more.args ?? {};
    this.issues = more.issues;
    this.retryAfter = more.retryAfter;
    this.path = more.path;
  }
  get status(): number {
    return problemStatus[this.code];
  }
}

/** A thing that is not there, or that this reader may not know is there. */
export const notFound = (): ProblemError => new ProblemError('not-found');
export const notPermitted = (): ProblemError => new ProblemError('not-permitted');

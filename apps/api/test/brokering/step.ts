import type { Person } from './decade.ts';

/** A step that somebody owes, as it is stored. */
export interface Step {
  readonly subject: string;
  readonly requestId: string;
  readonly what: string;
  readonly dueAt: Date;
  readonly responsibleKind: string;
  readonly responsibleId: string;
  readonly missedAt: Date | null;
}

/** What somebody does about the step they owe; `id` is of what it is owed on. */
export type Does = (who: Person, id: string, step: Step) => Promise<unknown>;

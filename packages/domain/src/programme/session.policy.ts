import { anyOf, anyone, hasRole, type Policy, type Rule, theSystem } from '../kernel/index.ts';
import type { SessionFacts } from './programme.facts.ts';
import type { SessionMove } from './session.machine.ts';

export const mayOrganise: Rule<unknown> = hasRole('organiser', 'admin');
const isNamedOrganiser: Rule<Pick<SessionFacts, 'organiserIds'>> = (actor, { organiserIds }) =>
  actor.id !== null && organiserIds.includes(actor.id);

/** Holds for a series, an event and a session alike. */
export const organises: Rule<Pick<SessionFacts, 'organiserIds'>> = anyOf(isNamedOrganiser, mayOrganise);

/** The programme is public. The clock opens a board and closes a session nobody closed; the rest is the organisers'. */
export const sessionPolicy: Policy<'view' | 'edit' | SessionMove, SessionFacts> = {
  view: anyone,
  edit: organises,
  open: anyOf(organises, theSystem),
  start: organises,
  finish: anyOf(organises, theSystem),
  resume: organises,
  complete: organises,
  cancel: organises,
};

import type { Actor, Role } from './actor.ts';

export type Rule<Subject> = (actor: Actor, subject: Subject) => boolean;

/** One entry per action; `can(policy, actor, action, subject)` is the only way to ask. */
export type Policy<Action extends string, Subject> = Readonly<Record<Action, Rule<Subject>>>;

export const can = <A extends string, S>(policy: Policy<A, S>, actor: Actor, action: A, subject: S): boolean =>
  policy[action](actor, subject);

export const anyOf =
  <S>(...rules: Rule<S>[]): Rule<S> =>
  (actor, subject) =>
    rules.some((rule) => rule(actor, subject));

export const allOf =
  <S>(...rules: Rule<S>[]): Rule<S> =>
  (actor, subject) =>
    rules.every((rule) => rule(actor, subject));

export const not =
  <S>(rule: Rule<S>): Rule<S> =>
  (actor, subject) =>
    !rule(actor, subject);

export const hasRole =
  (...wanted: Role[]): Rule<unknown> =>
  (actor) =>
    wanted.some((role) => actor.roles.includes(role));

export const anyone: Rule<unknown> = () => true;
export const members: Rule<unknown> = (actor) => actor.kind === 'member';
export const theSystem: Rule<unknown> = (actor) => actor.kind === 'system';

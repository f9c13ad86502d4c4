import { matchPolicy, partyOf, roomIsOpen } from '@baraza/domain/brokering';
import { type Actor, can } from '@baraza/domain/kernel';
import { type Case, demandVersion } from '../case/case.ts';
import type { MatchFile } from '../case/cases.repository.ts';
import { matchFacts } from './match.moves.ts';

/**
 * What the forms of a reader go by: what happened to all, and what their own side answered; once they are introduced, and at
 * the desk, what each did. That the other side has answered makes no form stale before, and shows in no number.
 */
export function versionFor(actor: Actor, c: Pick<Case, 'request'>, file: MatchFile): number {
  const facts = matchFacts(c, file);
  const own = partyOf(actor, file.parties);
  const all = roomIsOpen(facts) || (!own && can(matchPolicy, actor, 'propose', facts));
  const counted = file.parties.filter((party) => all || party === own);
  return counted.reduce((sum, party) => sum + party.version, file.row.version);
}

/** As `demandVersion`, of a match as the mover saw it. */
export const demandMatchVersion = (c: Case, file: MatchFile, wanted: number): void =>
  demandVersion({ version: versionFor(c.actor, c, file) }, wanted);

/** Twin of `versionFor`, for whoever speaks for one of these organisations, an array; for the desk where it is empty. */
export const versionSql = (m: string, organisationIds: string): string =>
  `(${m}.version + coalesce((select sum(mv.version)::int from match_party mv where mv.match_id = ${m}.id
     and (${m}.state <> 'suggested' or cardinality(${organisationIds}) = 0 or mv.organisation_id = any(${organisationIds}))), 0))`;

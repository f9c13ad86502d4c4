import { In, Not } from 'typeorm';
import { ExpressionRow } from '../expressions/expression.row.ts';
import { MatchPartyRow, MatchRow } from '../matches/match.row.ts';
import { PartnershipRow } from '../partnerships/partnership.row.ts';
import type { Case } from './case.ts';
import type { MatchFile } from './cases.repository.ts';

type States = readonly string[];

/** The expressions on the request of a case that are not in one of these states. */
export const expressionsOf = ({ work, request }: Case, without: States): Promise<ExpressionRow[]> =>
  work.tx.find(ExpressionRow, {
    where: { requestId: request.id, state: Not(In([...without])) },
    order: { createdAt: 'ASC', id: 'ASC' },
  });

export async function matchesOf({ work: { tx }, request }: Case, without: States, id?: string): Promise<MatchFile[]> {
  const rows = await tx.find(MatchRow, {
    where: { requestId: request.id, state: Not(In([...without])), ...(id && { id }) },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  const parties = await tx.find(MatchPartyRow, {
    where: { matchId: In(rows.map((row) => row.id)) },
    order: { position: 'ASC' },
  });
  return rows.map((row) => ({ row, parties: parties.filter((party) => party.matchId === row.id) }));
}

/** Partnerships of the case that are agreed or under way, or wait for signatures. */
export const partnershipsOf = ({ work, request }: Case): Promise<PartnershipRow[]> =>
  work.tx.find(PartnershipRow, { where: { requestId: request.id, state: Not(In(['cancelled', 'closed'])) } });

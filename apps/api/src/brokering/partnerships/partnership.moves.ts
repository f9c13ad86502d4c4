import {
  type Decision,
  makePartnershipMove,
  type PartnershipFacts,
  type PartnershipHappening,
  type PartnershipInput,
  type PartnershipMove,
  type PartnershipParty,
  partnershipClock,
} from '@baraza/domain/brokering';
import { type Actor, system } from '@baraza/domain/kernel';
import { type Case, owe, type Page, record, type Step, sideOf, tell } from '../case/case.ts';
import type { PartnershipFile } from '../case/cases.repository.ts';
import { impartialHolder } from '../case/holders.queries.ts';
import { insert, store, touch } from '../case/rows.repository.ts';
import { PartnershipPartyRow, PartnershipRow } from './partnership.row.ts';

export const thingOfPartnership = ({ id, ref }: PartnershipRow): Page => ({ kind: 'partnership', id, address: ref });

export const partyFacts = ({
  organisationId,
  role,
  acceptedBy,
  acceptedName,
  acceptedAt,
}: PartnershipPartyRow): PartnershipParty => ({
  organisationId,
  role,
  acceptance:
    acceptedBy && acceptedName && acceptedAt
      ? { by: acceptedBy, name: acceptedName, at: acceptedAt.toISOString() }
      : null,
});
export const partnershipFacts = ({ row, parties }: PartnershipFile): PartnershipFacts => ({
  ...row,
  parties: parties.map(partyFacts),
});

export async function owePartnership(c: Case, file: PartnershipFile): Promise<void> {
  const facts = partnershipFacts(file);
  const { at, known } = c;
  await owe(c, thingOfPartnership(file.row), {
    deadline: partnershipClock.deadlineOf(facts, at, known.context),
    reminders: partnershipClock.remindersOf(facts, at, known.context),
    step: partnershipClock.nextStep(facts, system, at, known.context),
    private: false,
    silentSince: facts.lastActivityAt,
    counterpartId: null,
  });
}

/** Writes the parties as they are now: amending unsigns everybody, signing signs one. */
export async function storeParties(
  c: Case,
  file: PartnershipFile,
  parties: readonly PartnershipParty[],
): Promise<void> {
  const { tx } = c.work;
  await tx.delete(PartnershipPartyRow, { partnershipId: file.row.id });
  file.parties = parties.map(({ organisationId, role, acceptance }, position) =>
    Object.assign(new PartnershipPartyRow(), {
      partnershipId: file.row.id,
      organisationId,
      role,
      position,
      acceptedBy: acceptance?.by ?? null,
      acceptedName: acceptance?.name ?? null,
      acceptedAt: acceptance ? new Date(acceptance.at) : null,
    }),
  );
  await insert(tx, PartnershipPartyRow, file.parties);
  await c.known.learn(parties.map((party) => party.organisationId));
  await lookedAfter(c, file);
}

/** By the broker of the case, unless a party is their own; then by the desk. */
export async function lookedAfter(c: Case, { row, parties }: PartnershipFile): Promise<void> {
  const { tx } = c.work;
  const ids = parties.map((party) => party.organisationId);
  await touch(tx, PartnershipRow, row, { claimedBy: await impartialHolder(tx, c.request.claimedBy, ids, c.at) });
}

async function keepPartnership(
  c: Case,
  file: PartnershipFile,
  actor: Actor,
  { change: { parties, ...change }, happening }: Decision<PartnershipFacts, PartnershipHappening>,
  step: Step,
  more: Partial<PartnershipRow>,
): Promise<void> {
  await store(c.work.tx, PartnershipRow, file.row, { ...(change as Partial<PartnershipRow>), ...more });
  if (parties) await storeParties(c, file, parties);
  const side = sideOf(
    actor,
    file.parties.map((party) => party.organisationId),
  );
  await record(c, thingOfPartnership(file.row), actor, side, step);
  await owePartnership(c, file);
  await tell(c, thingOfPartnership(file.row), happening);
}

export async function movePartnership(
  c: Case,
  file: PartnershipFile,
  move: PartnershipMove,
  input: PartnershipInput,
  actor: Actor,
  more: Partial<PartnershipRow> = {},
): Promise<void> {
  const from = file.row.state;
  const facts = partnershipFacts(file);
  const decision = makePartnershipMove({ ...facts, ...more }, move, input, actor, c.at, c.known.context);
  const { name, data } = decision.happening;
  const agreed = name === 'brokering.partnership.agreed';
  const signed = { move: agreed ? 'agree' : 'accept', from, to: agreed ? 'agreed' : from, reason: null };
  await keepPartnership(c, file, actor, decision, { ...('move' in data ? data : signed), input }, more);
}

/** A sign of life of its parties. */
export async function stirPartnership(c: Case, file: PartnershipFile): Promise<void> {
  await touch(c.work.tx, PartnershipRow, file.row, { lastActivityAt: c.at });
  if (file.row.endedAt === null) await owePartnership(c, file);
}

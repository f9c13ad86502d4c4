import {
  type Decision,
  introduce,
  isInConfidence,
  type MatchFacts,
  type MatchHappening,
  type MatchMove,
  type MoveInput,
  makeMatchMove,
  matchClock,
} from '@baraza/domain/brokering';
import { type Actor, type Deadline, system } from '@baraza/domain/kernel';
import { type Case, owe, type Page, record, type Step, sideOf, tell } from '../case/case.ts';
import type { MatchFile } from '../case/cases.repository.ts';
import { insert, store, touch } from '../case/rows.repository.ts';
import type { ExpressionRow } from '../expressions/expression.row.ts';
import { MatchPartyRow, MatchRow, RingRequestRow } from './match.row.ts';

export const thingOfMatch = ({ id }: MatchRow): Page => ({ kind: 'match', id, address: id });
export const matchFacts = (
  { request }: Pick<Case, 'request'>,
  { row, parties, alsoAnswers, inWords }: MatchFile,
): MatchFacts => ({
  ...row,
  request,
  parties: parties.map(({ organisationId, part, stance, until, refusal = null }) => ({
    organisationId,
    part,
    stance,
    until,
    refusal,
  })),
  alsoAnswers,
  inWords,
});

export async function oweMatch(c: Case, file: MatchFile): Promise<void> {
  const facts = matchFacts(c, file);
  const { at, known } = c;
  await owe(c, thingOfMatch(file.row), {
    deadline: matchClock.deadlineOf(facts, at, known.context),
    reminders: matchClock.remindersOf(facts, at, known.context),
    step: matchClock.nextStep(facts, system, at, known.context),
    private: false,
    silentSince: facts.lastActivityAt,
    counterpartId:
      file.parties.find((party) => party.organisationId !== c.request.organisationId)?.organisationId ?? null,
  });
}

export async function keepMatch(
  c: Case,
  file: MatchFile,
  actor: Actor,
  {
    change: { parties, request: _, alsoAnswers: __, inWords: ___, ...change },
    happening,
  }: Decision<MatchFacts, MatchHappening>,
  step: Step & { readonly move: MatchMove },
): Promise<void> {
  const { tx } = c.work;
  // What one side answers in confidence is a version of its own stance, and nobody's form depends on whether it was read.
  const quiet = isInConfidence(step.move);
  const keep = quiet ? touch : store;
  await keep(tx, MatchRow, file.row, change as Partial<MatchRow>);
  for (const party of file.parties) {
    const { stance, until, refusal } = parties?.find((p) => p.organisationId === party.organisationId) ?? party;
    if (stance === party.stance && until === party.until) continue;
    const { matchId, organisationId } = party;
    const answer = { stance, until, refusal, version: party.version + (quiet && step.move !== 'see' ? 1 : 0) };
    await tx.update(MatchPartyRow, { matchId, organisationId }, answer);
    Object.assign(party, answer);
  }
  const side = sideOf(
    actor,
    file.parties.map((party) => party.organisationId),
  );
  await record(c, thingOfMatch(file.row), actor, side, step);
  await oweMatch(c, file);
  await tell(c, thingOfMatch(file.row), happening);
}

export async function moveMatch(
  c: Case,
  file: MatchFile,
  move: MatchMove,
  input: MoveInput,
  actor: Actor,
): Promise<void> {
  const from = file.row.state;
  const decision = makeMatchMove(matchFacts(c, file), move, input, actor, c.at, c.known.context);
  const { data } = decision.happening;
  const made = 'move' in data ? data : { move: 'introduce' as const, from, to: 'introduced', reason: null };
  // Why not is kept with the stance and nowhere else.
  await keepMatch(c, file, actor, decision, { ...made, ...(move !== 'sayNo' && { input }) });
}

interface Begun {
  readonly match: MatchFacts;
  readonly happening: MatchHappening;
  readonly deadline: Deadline | null;
}

export async function beginMatch(
  c: Case,
  { match, happening }: Begun,
  said: Pick<MatchRow, 'because' | 'explanation'> = { because: null, explanation: null },
): Promise<MatchFile> {
  const { tx } = c.work;
  const { request: _, parties, alsoAnswers, inWords, ...facts } = match;
  const row = Object.assign(new MatchRow(), { ...facts, version: 1, createdAt: c.at, ...said });
  await c.known.learn(parties.map((party) => party.organisationId));
  await insert(tx, MatchRow, row);
  const rows = parties.map((party, position) =>
    Object.assign(new MatchPartyRow(), { ...party, matchId: match.id, position, version: 0 }),
  );
  await insert(tx, MatchPartyRow, rows);
  const others = alsoAnswers.map(({ id: requestId }, i) =>
    Object.assign(new RingRequestRow(), { matchId: match.id, requestId, position: i + 1, heard: match.state }),
  );
  if (others.length > 0) await insert(tx, RingRequestRow, others);
  const file = { row, parties: rows, alsoAnswers, inWords };
  const side = sideOf(
    c.actor,
    parties.map((party) => party.organisationId),
  );
  await record(c, thingOfMatch(row), c.actor, side, { move: happening.name.slice(16), from: null, to: match.state });
  await oweMatch(c, file);
  await tell(c, thingOfMatch(row), happening);
  return file;
}

/** The sender confirmed what the requester accepted: contacts open, and the room with them. */
export const introduceParties = (c: Case, row: ExpressionRow, id: string): Promise<MatchFile> =>
  beginMatch(c, introduce({ ...row, request: c.request }, id, c.at, c.known.context));

/** A sign of life of those introduced. */
export async function stirMatch(c: Case, file: MatchFile): Promise<void> {
  await touch(c.work.tx, MatchRow, file.row, { lastActivityAt: c.at });
  await oweMatch(c, file);
}

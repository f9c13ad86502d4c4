import {
  type MeetingFacts,
  type MeetingHappening,
  type MeetingInput,
  type MeetingMove,
  makeMeetingMove,
  meetingClock,
} from '@baraza/domain/brokering';
import { type Actor, system } from '@baraza/domain/kernel';
import type { Case } from '../case/case.ts';
import type { MeetingFile, Occasion } from '../case/cases.repository.ts';
import { beginHanging, type Hanging, keepHanging, oweHanging } from '../case/hang.ts';
import { openMeetingsOf } from '../case/hanging.repository.ts';
import { stirMatch, thingOfMatch } from '../matches/match.moves.ts';
import { stirPartnership, thingOfPartnership } from '../partnerships/partnership.moves.ts';
import { oweNextStep } from '../partnerships/records.moves.ts';
import { MeetingRow } from './meeting.row.ts';

export const meetingFacts = ({ request }: Case, { row }: MeetingFile): MeetingFacts => ({
  ...row,
  claimedBy: request.claimedBy,
});

export const hangingMeeting = (c: Case, file: MeetingFile): Hanging<MeetingFacts, MeetingRow> => ({
  type: MeetingRow,
  row: file.row,
  facts: () => meetingFacts(c, file),
  clock: meetingClock,
  thing: {
    kind: 'meeting',
    id: file.row.id,
    page: 'match' in file ? thingOfMatch(file.match.row) : thingOfPartnership(file.partnership.row),
  },
  parties: file.row.sides.map((side) => side.organisationId),
});

export const oweMeeting = (c: Case, file: MeetingFile): Promise<void> => oweHanging(c, hangingMeeting(c, file));

/** What was agreed for after it, where there is a partnership to keep it. */
async function agreeNext(c: Case, { row, ...on }: MeetingFile): Promise<void> {
  if (row.state === 'held' && row.outcome && 'partnership' in on)
    await oweNextStep(c, on.partnership, row.outcome.next);
}

/** A meeting is a sign of life of those who meet. */
async function stir(c: Case, on: Occasion): Promise<void> {
  if ('partnership' in on) await stirPartnership(c, on.partnership);
  else if (on.match.row.endedAt === null) await stirMatch(c, on.match);
}

export async function moveMeeting(
  c: Case,
  file: MeetingFile,
  move: MeetingMove,
  input: MeetingInput,
  actor: Actor,
): Promise<void> {
  const { state: from } = file.row;
  const { change, happening } = makeMeetingMove(meetingFacts(c, file), move, input, actor, c.at, c.known.context);
  const made = { move, from, to: change.state ?? from, reason: change.endReason ?? null, input };
  await keepHanging(c, hangingMeeting(c, file), change as Partial<MeetingRow>, actor, happening, made);
  await agreeNext(c, file);
  if (actor.kind === 'member') await stir(c, file);
}

export async function beginMeeting(
  c: Case,
  occasion: Occasion,
  { meeting, happening }: { readonly meeting: MeetingFacts; readonly happening: MeetingHappening },
  move: 'propose' | 'record',
): Promise<MeetingFile> {
  const { claimedBy: _, ...facts } = meeting;
  const row = Object.assign(new MeetingRow(), { ...facts, version: 1, createdAt: c.at });
  const file: MeetingFile = { row, ...occasion };
  await beginHanging(c, hangingMeeting(c, file), happening, move);
  await agreeNext(c, file);
  await stir(c, file);
  return file;
}

/** What it was to be about is over. */
export async function endMeetings(c: Case, occasion: Occasion): Promise<void> {
  const place =
    'match' in occasion ? { matchId: occasion.match.row.id } : { partnershipId: occasion.partnership.row.id };
  for (const row of await openMeetingsOf(c, place))
    await moveMeeting(c, { row, ...occasion }, 'endWithCase', {}, system);
}

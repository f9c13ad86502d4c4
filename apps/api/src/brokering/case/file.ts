import { isSilence, lookBackDay } from '@baraza/domain/brokering';
import { system } from '@baraza/domain/kernel';
import { beginCheckIn, checkInFacts, dropCheckIns, oweCheckIn } from '../check-ins/check-in.moves.ts';
import { endMeetings, oweMeeting } from '../meetings/meeting.moves.ts';
import { oweOutcome } from '../outcomes/outcome.moves.ts';
import { movePartnership, partnershipFacts } from '../partnerships/partnership.moves.ts';
import { endMilestones, oweContribution, oweMilestone } from '../partnerships/records.moves.ts';
import type { Case } from './case.ts';
import type { CheckInFile, Occasion, PartnershipFile } from './cases.repository.ts';
import {
  openCheckInsOf,
  openContributionsOf,
  openMeetingsOf,
  openMilestonesOf,
  openOutcomesOf,
} from './hanging.repository.ts';

// What becomes of the file of a partnership when the partnership moves, and of the partnership when its file does.

/** Nobody is asked how it goes while it rests or once it has ended; a year after it closed, once more. */
export async function settleFile(c: Case, file: PartnershipFile): Promise<void> {
  const { state, endedAt } = file.row;
  if (state === 'scoping' || state === 'agreed' || state === 'active') return;
  await dropCheckIns(c, file);
  if (endedAt === null) return;
  await endMeetings(c, { partnership: file });
  await endMilestones(c, file);
  const day = lookBackDay(partnershipFacts(file), c.known.context);
  if (day) await beginCheckIn(c, file, 'look_back', day);
}

/** Everybody has been silent too often: it sleeps. */
export async function hearSilence(c: Case, file: CheckInFile): Promise<void> {
  const { row, partnership } = file;
  if (row.state === 'missed' && partnership.row.state === 'active' && isSilence(checkInFacts(file), c.known.context))
    await movePartnership(c, partnership, 'fallDormant', {}, system);
}

/** Whoever owes what in the file goes by its present facts: another broker has the case. */
export async function oweFile(c: Case, occasion: Occasion): Promise<void> {
  const place =
    'match' in occasion ? { matchId: occasion.match.row.id } : { partnershipId: occasion.partnership.row.id };
  for (const row of await openMeetingsOf(c, place)) await oweMeeting(c, { row, ...occasion });
  if ('match' in occasion) return;
  const { partnership } = occasion;
  const partnershipId = partnership.row.id;
  for (const row of await openCheckInsOf(c, partnershipId)) await oweCheckIn(c, { row, partnership });
  for (const row of await openMilestonesOf(c, partnershipId)) await oweMilestone(c, { row, partnership });
  for (const row of await openContributionsOf(c, partnershipId)) await oweContribution(c, { row, partnership });
  for (const row of await openOutcomesOf(c, partnershipId)) await oweOutcome(c, { row, partnership });
}

import type { MeetingView } from '@baraza/contracts/brokering';
import { meetingForms, meetingMovesFor } from '@baraza/domain/brokering';
import { readIn } from '@baraza/domain/translation';
import { iso, presentEnd, presentMoves, presentStep, type StepJson, type View } from '../case/present.ts';
import type { MeetingRow } from './meeting.row.ts';

export function presentMeeting(row: MeetingRow, step: StepJson | null, view: View): MeetingView {
  const { actor, at, known, locale } = view;
  const { outcome } = row;
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    topic: { ...readIn(row.topic, locale) },
    place: row.place,
    minutes: row.minutes,
    proposer: row.proposerId === null ? null : known.ref(row.proposerId, locale),
    sides: row.sides.map(({ organisationId, delegate }) => ({
      organisation: known.ref(organisationId, locale),
      delegate,
    })),
    slots: row.slots.map((slot) => slot.toISOString()),
    chosen: iso(row.chosen),
    outcome: outcome && {
      attendees: [...outcome.attendees],
      said: { ...readIn(outcome.said, locale) },
      next: { ...readIn(outcome.next.what, locale) },
      nextOwner: known.ref(outcome.next.ownerId, locale),
      nextDue: outcome.next.due,
    },
    nextStep: presentStep(step, view, true),
    end: presentEnd(row, locale),
    moves: presentMoves('meeting', meetingMovesFor(actor, { ...row, claimedBy: null }, at), meetingForms),
  };
}

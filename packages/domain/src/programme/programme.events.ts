import type { Happening } from '../kernel/index.ts';
import type { SessionMove, SessionState } from './session.machine.ts';

interface OfSession {
  readonly sessionId: string;
  readonly eventId: string;
}

export type SessionAnnounced = Happening<'programme.session.announced', OfSession>;
export type SessionRescheduled = Happening<
  'programme.session.rescheduled',
  OfSession & { readonly startsAt: string; readonly endsAt: string }
>;
export type SessionMoved = Happening<
  'programme.session.moved',
  OfSession & { readonly move: SessionMove; readonly from: SessionState; readonly to: SessionState }
>;

export type ProgrammeHappening = SessionAnnounced | SessionRescheduled | SessionMoved;

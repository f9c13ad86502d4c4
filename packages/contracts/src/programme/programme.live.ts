import { sessionMachine } from '@baraza/domain/programme';
import { z } from 'zod';
import { defineLive, Id, instant } from '../kernel/index.ts';

export const programmeLive = defineLive({
  'programme.session.moved': z.object({ sessionId: Id, to: z.enum(sessionMachine.states) }),
  'programme.session.rescheduled': z.object({ sessionId: Id, startsAt: instant, endsAt: instant }),
});

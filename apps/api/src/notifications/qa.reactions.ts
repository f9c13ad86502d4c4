import type { Reason } from '@baraza/domain/notifications';
import type { ProgrammeHappening } from '@baraza/domain/programme';
import type { QaHappening, QuestionState } from '@baraza/domain/qa';
import { Injectable } from '@nestjs/common';
import { Reactions } from '../platform/events/reactions.ts';
import { Concerned } from './concerned.queries.ts';
import { Notifier } from './notifier.ts';

const reasons: Partial<Record<QuestionState, Reason>> = {
  published: 'qa.published',
  dismissed: 'qa.dismissed',
  on_air: 'qa.onAir',
  answered_live: 'qa.answered',
  answered_text: 'qa.answered',
};

/**
 * Whoever asked under their name is told what became of it; a guest sees it on the board. On an anonymous board nobody
 * is stored as the asker, so nobody can be told (Q5).
 */
@Injectable()
export class QaReactions {
  constructor(concerned: Concerned, reactions: Reactions, notifier: Notifier) {
    reactions.on<QaHappening, 'qa.question.moved'>('qa.question.moved', 'notifications.qa', async (event) => {
      const { questionId, from, to } = event.data;
      const { askerId = null, ownerId = null } = (await concerned.ofQuestion(questionId)) ?? {};
      const subject = { kind: 'question', id: questionId };
      const reason = from === to ? undefined : reasons[to];
      if (askerId && reason) await notifier.raise({ reason, subject, recipients: [askerId], cause: event });
      if (ownerId && to === 'deferred' && from !== to)
        await notifier.raise({ reason: 'qa.followUpDue', subject, recipients: [ownerId], cause: event });
    });

    // Whoever asked something beforehand would have come.
    const listener = 'notifications.programme';
    reactions.on<ProgrammeHappening, 'programme.session.rescheduled'>(
      'programme.session.rescheduled',
      listener,
      async (event) => {
        const subject = { kind: 'session', id: event.data.sessionId };
        const recipients = await concerned.askersOf(event.data.sessionId);
        await notifier.raise({ reason: 'programme.sessionChanged', subject, recipients, cause: event });
      },
    );
    reactions.on<ProgrammeHappening, 'programme.session.moved'>('programme.session.moved', listener, async (event) => {
      if (event.data.move !== 'cancel') return;
      const subject = { kind: 'session', id: event.data.sessionId };
      const recipients = await concerned.askersOf(event.data.sessionId);
      await notifier.raise({ reason: 'programme.sessionCancelled', subject, recipients, cause: event });
    });
  }
}

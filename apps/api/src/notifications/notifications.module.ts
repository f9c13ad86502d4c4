import { Module } from '@nestjs/common';
import { MembersModule } from '../members/index.ts';
import { Addressees } from './brokering/addressees.ts';
import { BrokeringReactions } from './brokering/brokering.reactions.ts';
import { Stakes } from './brokering/stakes.queries.ts';
import { Concerned } from './concerned.queries.ts';
import { ForumsReactions } from './forums.reactions.ts';
import { InboxQueries } from './inbox.queries.ts';
import { InboxService } from './inbox.service.ts';
import { MembersReactions } from './members.reactions.ts';
import { NotificationsController } from './notifications.controller.ts';
import { NotificationsMails } from './notifications.mails.ts';
import { Notifier } from './notifier.ts';
import { QaReactions } from './qa.reactions.ts';
import { Recipients } from './recipients.queries.ts';

/** Who is told what, why, and how it reaches them. */
@Module({
  imports: [MembersModule],
  controllers: [NotificationsController],
  providers: [
    Addressees,
    BrokeringReactions,
    Concerned,
    ForumsReactions,
    InboxQueries,
    InboxService,
    MembersReactions,
    NotificationsMails,
    Notifier,
    QaReactions,
    Recipients,
    Stakes,
  ],
})
export class NotificationsModule {}

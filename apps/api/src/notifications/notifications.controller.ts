import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { Route } from '../platform/http/route.decorator.ts';
import { InboxService } from './inbox.service.ts';

const { notifications } = api;
type In<R extends keyof typeof notifications> = Received<(typeof notifications)[R]>;

@Controller()
export class NotificationsController {
  private readonly inboxService: InboxService;
  constructor(inboxService: InboxService) {
    this.inboxService = inboxService;
  }

  @Route(notifications.inbox) inbox({ query }: In<'inbox'>, asker: Asker) {
    return this.inboxService.page(query, asker);
  }
  @Route(notifications.markRead) markRead({ params }: In<'markRead'>, asker: Asker) {
    return this.inboxService.markRead(params.id, asker);
  }
  @Route(notifications.markAllRead) markAllRead({ body }: In<'markAllRead'>, asker: Asker) {
    return this.inboxService.markAllRead(body.until, asker);
  }
  @Route(notifications.preferences) preferences(_: In<'preferences'>, asker: Asker) {
    return this.inboxService.preferences(asker);
  }
  @Route(notifications.savePreferences) savePreferences({ body }: In<'savePreferences'>, asker: Asker) {
    return this.inboxService.savePreferences(body, asker);
  }
}

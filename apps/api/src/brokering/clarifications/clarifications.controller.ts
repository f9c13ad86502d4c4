import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../../platform/asker.ts';
import { Route } from '../../platform/http/route.decorator.ts';
import { ClarificationsService } from './clarifications.service.ts';

const { brokering } = api;
type Move = Received<typeof brokering.answerClarification>;

@Controller()
export class ClarificationsController {
  private readonly service: ClarificationsService;
  constructor(service: ClarificationsService) {
    this.service = service;
  }

  @Route(brokering.askClarification)
  ask({ params, body }: Received<typeof brokering.askClarification>, asker: Asker) {
    return this.service.ask(asker, params.ref, body);
  }
  @Route(brokering.answerClarification)
  answer({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.id, 'answer', body);
  }
  @Route(brokering.withdrawClarification)
  withdraw({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.id, 'withdraw', body);
  }
}

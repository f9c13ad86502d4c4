import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../../platform/asker.ts';
import { Route } from '../../platform/http/route.decorator.ts';
import { CheckInsService } from './check-ins.service.ts';

const { brokering } = api;

@Controller()
export class CheckInsController {
  private readonly service: CheckInsService;
  constructor(service: CheckInsService) {
    this.service = service;
  }

  @Route(brokering.answerCheckIn)
  answer({ params, body }: Received<typeof brokering.answerCheckIn>, asker: Asker) {
    return this.service.answer(asker, params.id, body);
  }
  @Route(brokering.settleCheckIn)
  settle({ params, body }: Received<typeof brokering.settleCheckIn>, asker: Asker) {
    return this.service.settle(asker, params.id, body);
  }
  @Route(brokering.linkedCheckIn)
  linked({ params }: Received<typeof brokering.linkedCheckIn>, asker: Asker) {
    return this.service.linked(asker, params.token);
  }
  @Route(brokering.answerLinkedCheckIn)
  answerLinked({ params, body }: Received<typeof brokering.answerLinkedCheckIn>, asker: Asker) {
    return this.service.answerLinked(asker, params.token, body);
  }
}

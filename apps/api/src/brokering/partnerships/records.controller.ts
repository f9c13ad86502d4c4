import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../../platform/asker.ts';
import { Route } from '../../platform/http/route.decorator.ts';
import { RecordsService } from './records.service.ts';

const { brokering } = api;

@Controller()
export class RecordsController {
  private readonly service: RecordsService;
  constructor(service: RecordsService) {
    this.service = service;
  }

  @Route(brokering.planMilestone)
  plan({ params, body }: Received<typeof brokering.planMilestone>, asker: Asker) {
    return this.service.plan(asker, params.ref, body);
  }
  @Route(brokering.reachMilestone)
  reach({ params }: Received<typeof brokering.reachMilestone>, asker: Asker) {
    return this.service.end(asker, params.id, 'reach');
  }
  @Route(brokering.dropMilestone)
  drop({ params }: Received<typeof brokering.dropMilestone>, asker: Asker) {
    return this.service.end(asker, params.id, 'drop');
  }
  @Route(brokering.replanMilestone)
  replan({ params, body }: Received<typeof brokering.replanMilestone>, asker: Asker) {
    return this.service.replan(asker, params.id, body);
  }
  @Route(brokering.giveContribution)
  give({ params, body }: Received<typeof brokering.giveContribution>, asker: Asker) {
    return this.service.give(asker, params.ref, body);
  }
  @Route(brokering.confirmContribution)
  confirm({ params }: Received<typeof brokering.confirmContribution>, asker: Asker) {
    return this.service.confirm(asker, params.id);
  }
  @Route(brokering.withdrawContribution)
  withdraw({ params, body }: Received<typeof brokering.withdrawContribution>, asker: Asker) {
    return this.service.withdraw(asker, params.id, body);
  }
}

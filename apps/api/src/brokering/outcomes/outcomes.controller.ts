import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../../platform/asker.ts';
import { Route } from '../../platform/http/route.decorator.ts';
import { OutcomesService } from './outcomes.service.ts';

const { brokering } = api;
type Move = Received<typeof brokering.countersignOutcome>;

@Controller()
export class OutcomesController {
  private readonly service: OutcomesService;
  constructor(service: OutcomesService) {
    this.service = service;
  }

  @Route(brokering.claimOutcome)
  claim({ params, body }: Received<typeof brokering.claimOutcome>, asker: Asker) {
    return this.service.claim(asker, params.ref, body);
  }
  @Route(brokering.reportOutcome)
  report({ params, body }: Received<typeof brokering.reportOutcome>, asker: Asker) {
    return this.service.report(asker, params.id, body);
  }
  @Route(brokering.countersignOutcome)
  countersign({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.id, 'countersign', body);
  }
  @Route(brokering.disputeOutcome)
  dispute({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.id, 'dispute', body);
  }
  @Route(brokering.settleOutcome)
  settle({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.id, 'settle', body);
  }
  @Route(brokering.verifyOutcome)
  verify({ params, body }: Received<typeof brokering.verifyOutcome>, asker: Asker) {
    return this.service.verify(asker, params.id, body);
  }
  @Route(brokering.withdrawOutcome)
  withdraw({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.id, 'withdraw', body);
  }
}

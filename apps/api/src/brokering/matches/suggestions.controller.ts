import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../../platform/asker.ts';
import { Route } from '../../platform/http/route.decorator.ts';
import { SuggestionsService } from './suggestions.service.ts';

const { brokering } = api;

@Controller()
export class SuggestionsController {
  private readonly service: SuggestionsService;
  constructor(service: SuggestionsService) {
    this.service = service;
  }

  @Route(brokering.suggestPartner)
  suggest({ params, body }: Received<typeof brokering.suggestPartner>, asker: Asker) {
    return this.service.suggest(asker, params.ref, body);
  }
  @Route(brokering.suggestRing)
  suggestRing({ params, body }: Received<typeof brokering.suggestRing>, asker: Asker) {
    return this.service.suggestRing(asker, params.id, body);
  }
  @Route(brokering.referPartner)
  refer({ params, body }: Received<typeof brokering.referPartner>, asker: Asker) {
    return this.service.refer(asker, params.ref, body);
  }
  @Route(brokering.sendMatch)
  send({ params, body }: Received<typeof brokering.sendMatch>, asker: Asker) {
    return this.service.send(asker, params.id, body);
  }
}

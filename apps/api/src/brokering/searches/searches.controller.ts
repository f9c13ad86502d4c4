import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../../platform/asker.ts';
import { Route } from '../../platform/http/route.decorator.ts';
import { SearchesService } from './searches.service.ts';

const { brokering } = api;

@Controller()
export class SearchesController {
  private readonly service: SearchesService;
  constructor(service: SearchesService) {
    this.service = service;
  }

  @Route(brokering.searches)
  searches(_: Received<typeof brokering.searches>, asker: Asker) {
    return this.service.all(asker);
  }
  @Route(brokering.saveSearch)
  save({ body }: Received<typeof brokering.saveSearch>, asker: Asker) {
    return this.service.save(asker, body);
  }
  @Route(brokering.dropSearch)
  drop({ params }: Received<typeof brokering.dropSearch>, asker: Asker) {
    return this.service.drop(asker, params.id);
  }
}

import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../../platform/asker.ts';
import { Route } from '../../platform/http/route.decorator.ts';
import { MatchesQueries } from './matches.queries.ts';
import { MatchesService } from './matches.service.ts';

const { brokering } = api;
type Move = Received<typeof brokering.dropMatch>;

@Controller()
export class MatchesController {
  private readonly service: MatchesService;
  private readonly queries: MatchesQueries;
  constructor(service: MatchesService, queries: MatchesQueries) {
    this.service = service;
    this.queries = queries;
  }

  @Route(brokering.match)
  match({ params }: Received<typeof brokering.match>, asker: Asker) {
    return this.queries.read(asker, params.id);
  }
  @Route(brokering.setAsideMatch)
  setAside({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.id, 'setAside', body);
  }
  @Route(brokering.seeMatch)
  see({ params }: Received<typeof brokering.seeMatch>, asker: Asker) {
    return this.service.see(asker, params.id);
  }
  @Route(brokering.notNowMatch)
  notNow({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.id, 'notNow', body);
  }
  @Route(brokering.sayYesMatch)
  sayYes({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.id, 'sayYes', body);
  }
  @Route(brokering.sayNoMatch)
  sayNo({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.id, 'sayNo', body);
  }
  @Route(brokering.scopeMatch)
  scope({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.id, 'scope', body);
  }
  @Route(brokering.dropMatch)
  drop({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.id, 'drop', body);
  }
  @Route(brokering.messages)
  messages({ params, query }: Received<typeof brokering.messages>, asker: Asker) {
    return this.queries.messages(asker, params.id, query.limit, query.cursor);
  }
  @Route(brokering.writeMessage)
  write({ params, body }: Received<typeof brokering.writeMessage>, asker: Asker) {
    return this.service.write(asker, params.id, body);
  }
}

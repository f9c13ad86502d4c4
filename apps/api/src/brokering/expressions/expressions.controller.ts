import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../../platform/asker.ts';
import { Route } from '../../platform/http/route.decorator.ts';
import { ExpressionsQueries } from './expressions.queries.ts';
import { ExpressionsService } from './expressions.service.ts';

const { brokering } = api;
type Move = Received<typeof brokering.sendExpression>;

@Controller()
export class ExpressionsController {
  private readonly service: ExpressionsService;
  private readonly queries: ExpressionsQueries;
  constructor(service: ExpressionsService, queries: ExpressionsQueries) {
    this.service = service;
    this.queries = queries;
  }

  @Route(brokering.expressions)
  expressions({ params, query }: Received<typeof brokering.expressions>, asker: Asker) {
    return this.queries.page(asker, params.ref, query.limit, query.cursor);
  }
  @Route(brokering.expression)
  expression({ params }: Received<typeof brokering.expression>, asker: Asker) {
    return this.queries.read(asker, params.id);
  }
  @Route(brokering.draftExpression)
  draft({ params, body }: Received<typeof brokering.draftExpression>, asker: Asker) {
    return this.service.draft(asker, params.ref, body);
  }
  @Route(brokering.reviseExpression)
  revise({ params, body }: Received<typeof brokering.reviseExpression>, asker: Asker) {
    return this.service.revise(asker, params.id, body);
  }
  @Route(brokering.sendExpression)
  send({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.id, 'send', body);
  }
  @Route(brokering.seeExpression)
  see({ params }: Received<typeof brokering.seeExpression>, asker: Asker) {
    return this.service.see(asker, params.id);
  }
  @Route(brokering.discussExpression)
  discuss({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.id, 'discuss', body);
  }
  @Route(brokering.expressionMessages)
  messages({ params, query }: Received<typeof brokering.expressionMessages>, asker: Asker) {
    return this.queries.messages(asker, params.id, query.limit, query.cursor);
  }
  @Route(brokering.replyExpression)
  reply({ params, body }: Received<typeof brokering.replyExpression>, asker: Asker) {
    return this.service.reply(asker, params.id, body);
  }
  @Route(brokering.acceptExpression)
  accept({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.id, 'accept', body);
  }
  @Route(brokering.confirmExpression)
  confirm({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.id, 'confirm', body);
  }
  @Route(brokering.declineExpression)
  decline({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.id, 'decline', body);
  }
  @Route(brokering.withdrawExpression)
  withdraw({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.id, 'withdraw', body);
  }
}

import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../../platform/asker.ts';
import { Route } from '../../platform/http/route.decorator.ts';
import { AlreadyThere } from './already-there.queries.ts';
import { OfferingQueries } from './offering.queries.ts';
import { RequestsQueries } from './requests.queries.ts';
import { RequestsService } from './requests.service.ts';

const { brokering } = api;
type Move = Received<typeof brokering.submitRequest>;

@Controller()
export class RequestsController {
  private readonly service: RequestsService;
  private readonly queries: RequestsQueries;
  private readonly there: AlreadyThere;
  private readonly offerings: OfferingQueries;
  constructor(service: RequestsService, queries: RequestsQueries, there: AlreadyThere, offerings: OfferingQueries) {
    this.there = there;
    this.offerings = offerings;
    this.service = service;
    this.queries = queries;
  }

  @Route(brokering.requests)
  requests({ query }: Received<typeof brokering.requests>, asker: Asker) {
    return this.queries.list(asker, query);
  }
  @Route(brokering.requestFacets)
  requestFacets({ query }: Received<typeof brokering.requestFacets>, asker: Asker) {
    return this.queries.facets(asker, query);
  }
  @Route(brokering.request)
  request({ params }: Received<typeof brokering.request>, asker: Asker) {
    return this.queries.read(asker, params.ref);
  }
  @Route(brokering.alreadyThere)
  alreadyThere({ query }: Received<typeof brokering.alreadyThere>, asker: Asker) {
    return this.there.like(asker, query.q);
  }
  @Route(brokering.offering)
  offering({ params }: Received<typeof brokering.offering>, asker: Asker) {
    return this.offerings.of(asker, params.slug);
  }
  @Route(brokering.draftRequest)
  draft({ body }: Received<typeof brokering.draftRequest>, asker: Asker) {
    return this.service.draft(asker, body);
  }
  @Route(brokering.reviseRequest)
  revise({ params, body }: Received<typeof brokering.reviseRequest>, asker: Asker) {
    return this.service.revise(asker, params.ref, body);
  }
  @Route(brokering.submitRequest)
  submit({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'submit', body);
  }
  @Route(brokering.approveRequest)
  approve({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'approve', body);
  }
  @Route(brokering.claimRequest)
  claim({ params, body }: Move, asker: Asker) {
    return this.service.claim(asker, params.ref, body);
  }
  @Route(brokering.releaseClaimRequest)
  releaseClaim({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'releaseClaim', body);
  }
  @Route(brokering.askRequest)
  ask({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'ask', body);
  }
  @Route(brokering.answerRequest)
  answer({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'answer', body);
  }
  @Route(brokering.publishRequest)
  publish({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'publish', body);
  }
  @Route(brokering.declineRequest)
  decline({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'decline', body);
  }
  @Route(brokering.agreeRequest)
  agree({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'agree', body);
  }
  @Route(brokering.sendBackRequest)
  sendBack({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'sendBack', body);
  }
  @Route(brokering.appealRequest)
  appeal({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'appeal', body);
  }
  @Route(brokering.upholdRequest)
  uphold({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'uphold', body);
  }
  @Route(brokering.grantRequest)
  grant({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'grant', body);
  }
  @Route(brokering.holdRequest)
  hold({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'hold', body);
  }
  @Route(brokering.resumeRequest)
  resume({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'resume', body);
  }
  @Route(brokering.confirmRequest)
  confirm({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'confirm', body);
  }
  @Route(brokering.reactivateRequest)
  reactivate({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'reactivate', body);
  }
  @Route(brokering.carryOnRequest)
  carryOn({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'carryOn', body);
  }
  @Route(brokering.enoughRequest)
  enough({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'enough', body);
  }
  @Route(brokering.keepOpenRequest)
  keepOpen({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'keepOpen', body);
  }
  @Route(brokering.closeRequest)
  close({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'close', body);
  }
  @Route(brokering.withdrawRequest)
  withdraw({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'withdraw', body);
  }
}

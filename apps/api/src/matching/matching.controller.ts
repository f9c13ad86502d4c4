import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { Route } from '../platform/http/route.decorator.ts';
import { CandidatesService } from './candidates.service.ts';
import { RingsService } from './rings.service.ts';
import { WeightsService } from './weights.service.ts';

const { matching } = api;

@Controller()
export class MatchingController {
  private readonly candidatesOf: CandidatesService;
  private readonly ringsOf: RingsService;
  private readonly weightsOf: WeightsService;
  constructor(candidates: CandidatesService, rings: RingsService, weights: WeightsService) {
    this.candidatesOf = candidates;
    this.ringsOf = rings;
    this.weightsOf = weights;
  }

  @Route(matching.candidates)
  candidates({ params, query }: Received<typeof matching.candidates>, asker: Asker) {
    return this.candidatesOf.of(asker, params.ref, query);
  }
  @Route(matching.rings)
  rings({ query }: Received<typeof matching.rings>, asker: Asker) {
    return this.ringsOf.page(asker, query.limit, query.cursor);
  }
  @Route(matching.weights)
  weights(_: Received<typeof matching.weights>, asker: Asker) {
    return this.weightsOf.read(asker);
  }
  @Route(matching.saveWeights)
  saveWeights({ body }: Received<typeof matching.saveWeights>, asker: Asker) {
    return this.weightsOf.save(asker, body);
  }
}

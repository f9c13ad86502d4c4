import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../../platform/asker.ts';
import { Route } from '../../platform/http/route.decorator.ts';
import { TapsService } from './taps.service.ts';

const { brokering } = api;

@Controller()
export class TapsController {
  private readonly service: TapsService;
  constructor(service: TapsService) {
    this.service = service;
  }

  @Route(brokering.tap)
  look({ params }: Received<typeof brokering.tap>, asker: Asker) {
    return this.service.look(asker, params.token);
  }
  @Route(brokering.pressTap)
  press({ params }: Received<typeof brokering.pressTap>, asker: Asker) {
    return this.service.press(asker, params.token);
  }
}

import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../../platform/asker.ts';
import { Route } from '../../platform/http/route.decorator.ts';
import { CaseFileService } from './case-file.service.ts';

const { brokering } = api;

@Controller()
export class CaseFileController {
  private readonly service: CaseFileService;
  constructor(service: CaseFileService) {
    this.service = service;
  }

  @Route(brokering.markLines)
  markLines({ params, body }: Received<typeof brokering.markLines>, asker: Asker) {
    return this.service.markLines(asker, params.ref, body);
  }
  @Route(brokering.handOver)
  handOver({ params, body }: Received<typeof brokering.handOver>, asker: Asker) {
    return this.service.handOver(asker, params.ref, body);
  }
  @Route(brokering.writeNote)
  writeNote({ params, body }: Received<typeof brokering.writeNote>, asker: Asker) {
    return this.service.writeNote(asker, params.ref, body);
  }
  @Route(brokering.raiseFlag)
  raiseFlag({ params, body }: Received<typeof brokering.raiseFlag>, asker: Asker) {
    return this.service.raiseFlag(asker, params.ref, body);
  }
  @Route(brokering.changeFlag)
  changeFlag({ params, body }: Received<typeof brokering.changeFlag>, asker: Asker) {
    return this.service.changeFlag(asker, params.id, body);
  }
}

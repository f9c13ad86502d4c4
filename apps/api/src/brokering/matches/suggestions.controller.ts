import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../../platform/asker.ts';
import { Route } from '../../platform/http/route.decorator.ts';
import { NamedOrganisations } from './named.queries.ts';
import { SuggestionsService } from './suggestions.service.ts';

const { brokering } = api;

@Controller()
export class SuggestionsController {
  private readonly service: SuggestionsService;
  private readonly named: NamedOrganisations;
  constructor(service: SuggestionsService, named: NamedOrganisations) {
    this.named = named;
    this.service = service;
  }

  @Route(brokering.suggestPartner)
  async suggest({ params, body }: Received<typeof brokering.suggestPartner>, asker: Asker) {
    const partner = await this.named.choose(body, asker.locale);
    const alongside = [];
    for (const [i, one] of body.alongside.entries())
      alongside.push(await this.named.choose(one, asker.locale, `alongside.${i}.`));
    return this.service.suggest(asker, params.ref, { ...partner, alongside });
  }
  @Route(brokering.suggestPartners)
  suggestListed({ params, body }: Received<typeof brokering.suggestPartners>, asker: Asker) {
    return this.service.suggestListed(asker, params.ref, body);
  }
  @Route(brokering.suggestRing)
  suggestRing({ params, body }: Received<typeof brokering.suggestRing>, asker: Asker) {
    return this.service.suggestRing(asker, params.id, body);
  }
  @Route(brokering.referPartner)
  async refer({ params, body }: Received<typeof brokering.referPartner>, asker: Asker) {
    return this.service.refer(asker, params.ref, await this.named.choose(body, asker.locale));
  }
  @Route(brokering.sendMatch)
  send({ params, body }: Received<typeof brokering.sendMatch>, asker: Asker) {
    return this.service.send(asker, params.id, body);
  }
}

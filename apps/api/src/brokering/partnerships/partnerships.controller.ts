import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../../platform/asker.ts';
import { Route } from '../../platform/http/route.decorator.ts';
import { NamedOrganisations } from '../matches/named.queries.ts';
import { PartnershipsQueries } from './partnerships.queries.ts';
import { PartnershipsService } from './partnerships.service.ts';

const { brokering } = api;
type Move = Received<typeof brokering.startPartnership>;

@Controller()
export class PartnershipsController {
  private readonly service: PartnershipsService;
  private readonly queries: PartnershipsQueries;
  private readonly named: NamedOrganisations;
  constructor(service: PartnershipsService, queries: PartnershipsQueries, named: NamedOrganisations) {
    this.service = service;
    this.queries = queries;
    this.named = named;
  }

  /** A line of the form that names nobody is not filled in. */
  private async chosen(
    { parties }: Pick<Received<typeof brokering.amendPartnership>['body'], 'parties'>,
    asker: Asker,
  ) {
    const chosen = [];
    for (const [i, party] of parties.entries())
      if (party.organisationId || party.organisation)
        chosen.push(await this.named.choose(party, asker.locale, `parties.${i}.`));
    return chosen;
  }

  @Route(brokering.partnerships)
  partnerships({ query }: Received<typeof brokering.partnerships>, asker: Asker) {
    return this.queries.list(asker, query);
  }
  @Route(brokering.partnership)
  partnership({ params }: Received<typeof brokering.partnership>, asker: Asker) {
    return this.queries.read(asker, params.ref);
  }
  @Route(brokering.proposePartnership)
  async propose({ params, body }: Received<typeof brokering.proposePartnership>, asker: Asker) {
    return this.service.propose(asker, params.id, { ...body, parties: await this.chosen(body, asker) });
  }
  @Route(brokering.amendPartnership)
  async amend({ params, body }: Received<typeof brokering.amendPartnership>, asker: Asker) {
    return this.service.amend(asker, params.ref, { ...body, parties: await this.chosen(body, asker) });
  }
  @Route(brokering.acceptPartnership)
  accept({ params, body }: Received<typeof brokering.acceptPartnership>, asker: Asker) {
    return this.service.sign(asker, params.ref, body);
  }
  @Route(brokering.startPartnership)
  start({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'start', body);
  }
  @Route(brokering.finalisePartnership)
  finalise({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'finalise', body);
  }
  @Route(brokering.suspendPartnership)
  suspend({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'suspend', body);
  }
  @Route(brokering.resumePartnership)
  resume({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'resume', body);
  }
  @Route(brokering.wakePartnership)
  wake({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'wake', body);
  }
  @Route(brokering.closePartnership)
  close({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'close', body);
  }
  @Route(brokering.cancelPartnership)
  cancel({ params, body }: Move, asker: Asker) {
    return this.service.move(asker, params.ref, 'cancel', body);
  }
}

import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { notFound } from '../platform/http/problem-error.ts';
import { Route } from '../platform/http/route.decorator.ts';
import { presentCity } from './cities.presenter.ts';
import { CitiesQueries } from './cities.queries.ts';

const { cities } = api;

@Controller()
export class CitiesController {
  private readonly queries: CitiesQueries;
  constructor(queries: CitiesQueries) {
    this.queries = queries;
  }

  @Route(cities.list)
  list({ query }: Received<typeof cities.list>, asker: Asker) {
    return this.queries.list(query, asker);
  }

  @Route(cities.places)
  async places({ query }: Received<typeof cities.places>, { locale }: Asker) {
    return { places: await this.queries.places(query, locale) };
  }

  @Route(cities.read)
  async read({ params }: Received<typeof cities.read>, asker: Asker) {
    const city = await this.queries.read(params.slug, asker);
    if (!city) throw notFound();
    return presentCity(city, asker.locale);
  }
}

import { isAnswerable } from '@baraza/domain/brokering';
import { type Region, regionOf } from '@baraza/domain/cities';
import {
  createMatcher,
  type Funder,
  groupsOf,
  type Holder,
  noWish,
  type OnRecord,
  type Profile,
  type Reading,
  type RecordKind,
  type Seeker,
  sizeOf,
} from '@baraza/domain/matching';
import type { History, OrganisationSource, RequestSource, StorySource } from './sources.queries.ts';
import { SubjectIndex } from './subject-index.ts';
import { utcOffsetOf } from './utc-offset.ts';

type Readings = Readonly<Record<string, Reading>>;
/** A source that was read. */
export type Known<S> = Omit<S, 'readings' | 'words' | 'changedIn'> & { readonly readings: Readings };

const unknown: Omit<History, 'organisationId'> = {
  asked: 0,
  answered: 0,
  open: 0,
  exposure: 0,
  introductions: [],
  refusals: [],
};
const byId = (a: OnRecord, b: OnRecord): number => (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1);

/** Everything partners are found among, in memory, and the matcher that holds it: as it stands in the database, never more. */
export class Stock {
  readonly matcher = createMatcher();
  private readonly organisations = new Map<string, Known<OrganisationSource>>();
  private readonly stories = new Map<string, Known<StorySource>>();
  private readonly requests = new Map<string, Known<RequestSource>>();
  private readonly histories = new Map<string, History>();
  private readonly storiesOf = new SubjectIndex();
  private readonly requestsOf = new SubjectIndex();
  private readonly seekers = new Map<string, Seeker>();
  private readonly holders = new Map<string, Holder>();
  private readonly touched = new Set<string>();
  private readonly now: Date;
  constructor(now: Date) {
    this.now = now;
  }

  putOrganisation(organisation: Known<OrganisationSource>): void {
    this.organisations.set(organisation.id, organisation);
    this.touched.add(organisation.id);
  }

  putStory(story: Known<StorySource>): void {
    for (const id of this.stories.get(story.id)?.organisationIds ?? []) {
      this.storiesOf.drop(id, story.id);
      this.touched.add(id);
    }
    this.stories.delete(story.id);
    if (!story.told) return;
    this.stories.set(story.id, story);
    for (const id of story.organisationIds) {
      this.storiesOf.add(id, story.id);
      this.touched.add(id);
    }
  }

  /** Only one that can be answered is looked for and found; any other leaves at once. */
  putRequest(request: Known<RequestSource>): void {
    const before = this.requests.get(request.id);
    if (before) {
      this.requestsOf.drop(before.organisationId, request.id);
      this.touched.add(before.organisationId);
    }
    this.requests.delete(request.id);
    this.seekers.delete(request.id);
    this.matcher.removeSeeker(request.id);
    if (!isAnswerable(request)) return;
    this.requests.set(request.id, request);
    this.requestsOf.add(request.organisationId, request.id);
    this.touched.add(request.organisationId);
  }

  putHistory(history: History): void {
    this.histories.set(history.organisationId, history);
    this.touched.add(history.organisationId);
  }

  /** Whatever changed is put before the matcher, each organisation once. */
  settle(): void {
    for (const id of this.touched) {
      const organisation = this.organisations.get(id);
      if (!organisation) continue;
      const holder = this.holderFor(organisation);
      this.holders.set(id, holder);
      this.matcher.putHolder(holder);
      for (const requestId of this.requestsOf.at(id)) {
        const request = this.requests.get(requestId);
        if (!request) continue;
        const seeker = this.seekerFor(request, organisation);
        this.seekers.set(requestId, seeker);
        this.matcher.putSeeker(seeker);
      }
    }
    this.touched.clear();
  }

  request(id: string): Known<RequestSource> | undefined {
    return this.requests.get(id);
  }
  seeker(id: string): Seeker | undefined {
    return this.seekers.get(id);
  }
  holder(organisationId: string): Holder | undefined {
    return this.holders.get(organisationId);
  }
  /** What needs an answer, in an order of its own. */
  needs(): Seeker[] {
    return [...this.seekers.values()].filter(({ kind }) => kind === 'need').sort((a, b) => (a.id < b.id ? -1 : 1));
  }
  /** Who offers to pay for, or to prepare the paying for, what others do together. */
  funders(): Funder[] {
    const offers = [...this.requests.values()].filter(({ funds }) => funds).sort((a, b) => (a.id < b.id ? -1 : 1));
    return [...new Set(offers.map((offer) => offer.organisationId))].flatMap((id) => {
      const holder = this.holders.get(id);
      const own = offers.filter((offer) => offer.organisationId === id);
      const records = own.map((offer) => recordOf('request', offer.id, offer.readings['asks']));
      return holder ? [{ holder, offers: records, regions: own.flatMap(regionsWished) }] : [];
    });
  }

  private profileOf({ id, type, country, timeZone, population, languages }: Known<OrganisationSource>): Profile {
    return {
      organisationId: id,
      type,
      country,
      region: regionOf(country),
      utcOffset: utcOffsetOf(timeZone, this.now),
      size: sizeOf(population),
      languages,
    };
  }

  private holderFor(organisation: Known<OrganisationSource>): Holder {
    const { id, country, readings } = organisation;
    const { asked, answered, open, exposure, introductions } = this.histories.get(id) ?? unknown;
    const gives: OnRecord[] = [];
    const wants: OnRecord[] = [];
    for (const [place, reading] of Object.entries(readings)) {
      const kind = place.slice(0, place.indexOf('/')) as 'strength' | 'lesson' | 'challenge';
      (kind === 'challenge' ? wants : gives).push(recordOf(kind, `${id}/${place}`, reading));
    }
    for (const storyId of this.storiesOf.at(id)) {
      const story = this.stories.get(storyId);
      const kind = story?.organisationIds[0] === id ? 'story' : 'part';
      gives.push(recordOf(kind, storyId, story?.readings['told']));
    }
    for (const requestId of this.requestsOf.at(id)) {
      const request = this.requests.get(requestId);
      if (!request) continue;
      const { asks, brings } = request.readings;
      if (request.kind === 'offer') gives.push(recordOf('request', requestId, asks));
      else wants.push(recordOf('request', requestId, asks));
      if (request.kind === 'exchange') gives.push(recordOf('request', requestId, brings));
    }
    return {
      ...this.profileOf(organisation),
      groups: groupsOf(country),
      gives: gives.sort(byId),
      wants: wants.sort(byId),
      history: { asked, answered, introductions },
      openSuggestions: open,
      exposure,
    };
  }

  private seekerFor(request: Known<RequestSource>, organisation: Known<OrganisationSource>): Seeker {
    const { id, kind, languages, counterpartIds, counterpart, readings } = request;
    const profile = this.profileOf(organisation);
    return {
      ...profile,
      id,
      kind,
      languages: languages.length > 0 ? languages : profile.languages,
      asks: readings['asks'] ?? {},
      brings: readings['brings'] ?? {},
      must: counterpart?.must ?? noWish,
      prefer: counterpart?.prefer ?? noWish,
      avoid: counterpart?.avoid ?? noWish,
      third: request.third,
      counterpartIds,
      refusals: this.histories.get(organisation.id)?.refusals ?? [],
    };
  }
}

/** Where an offer is to go. */
const regionsWished = ({ counterpart }: Known<RequestSource>): Region[] =>
  counterpart ? [...counterpart.must.regions, ...counterpart.prefer.regions] : [];
const recordOf = (kind: RecordKind, id: string, reading: Reading = {}): OnRecord => ({ kind, id, reading });

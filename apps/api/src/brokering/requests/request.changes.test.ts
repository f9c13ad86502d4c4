import { noResources } from '@baraza/domain/brokering';
import { written } from '@baraza/domain/translation';
import { describe, expect, it } from '@jest/globals';
import { changesSince, snapshotOf } from './request.changes.ts';

type Said = Parameters<typeof snapshotOf>[0];
const said = (text: string) => written('fr', text);
const nothing = { regions: [], sizes: [], languages: [], types: [] };

const before: Said = {
  kind: 'need',
  locale: 'fr',
  title: said('Titre'),
  context: said('Situation'),
  wantedResult: said('Résultat'),
  whatWeTried: null,
  whatWeBring: said('Apport'),
  partnerSought: null,
  lines: [{ id: 'l1', text: said('Tournées'), quantity: '3', state: 'open' }],
  modalities: ['training'],
  themes: ['logistics'],
  sdgs: [9],
  sdgTargets: [],
  sectors: [],
  languages: ['fr'],
  readiness: null,
  counterpart: { must: nothing, prefer: nothing, avoid: nothing },
  contactPolicy: 'after_mutual_yes',
  window: { start: '2026-05-01', end: '2027-01-31' },
  urgency: 'ordinary',
  resources: noResources,
  expectedOutcomes: [],
  delegateId: 'bola',
  visibility: 'public',
  clusterId: null,
};

/** Each field of the content, said otherwise: the type asks for every one of them. */
const otherwise: { readonly [Field in keyof Said]: Said[Field] } = {
  kind: 'exchange',
  locale: 'en',
  title: said('Autre titre'),
  context: said('Autre situation'),
  wantedResult: said('Autre résultat'),
  whatWeTried: said('Un essai'),
  whatWeBring: said('Autre apport'),
  partnerSought: said('Une ville'),
  lines: [{ id: 'l1', text: said('Tournées'), quantity: '4', state: 'open' }],
  modalities: ['twinning'],
  themes: ['customs'],
  sdgs: [2],
  sdgTargets: ['9.3'],
  sectors: ['finance'],
  languages: ['fr', 'en'],
  readiness: 'budgeted',
  counterpart: { must: nothing, prefer: nothing, avoid: { ...nothing, types: ['private'] } },
  contactPolicy: 'after_agreement',
  window: { start: '2026-05-01', end: '2027-03-31' },
  urgency: 'urgent',
  resources: { ...noResources, fundingSought: true },
  expectedOutcomes: [{ id: 'o1', indicator: said('Producteurs'), unit: null, baseline: null, target: 0 }],
  delegateId: 'codjo',
  visibility: 'members',
  clusterId: 'rural',
};

describe('what was rewritten since the broker asked', () => {
  it.each(Object.keys(otherwise) as (keyof Said)[])('tells a change of %s, and of nothing else', (field) => {
    const told = changesSince(snapshotOf(before), { ...before, [field]: otherwise[field] });
    expect(told.map((change) => change.field)).toEqual([field]);
    expect(told[0]?.before).not.toEqual(told[0]?.after);
  });

  it('tells each part of what there is to work with and of whom they would like to hear from', () => {
    const wish = {
      regions: ['africa' as const],
      sizes: ['small' as const],
      languages: ['fr'],
      types: ['city_gov' as const],
    };
    const rich: Said = {
      ...before,
      resources: {
        ownCash: 'to_10k',
        inKind: [{ id: 'i1', text: said('Deux animateurs') }],
        fundingSought: true,
        triangularPartnerWanted: true,
      },
      counterpart: { must: wish, prefer: nothing, avoid: nothing },
    };
    const of = (field: string) =>
      changesSince(snapshotOf(before), rich).find((change) => change.field === field)?.after;
    expect(of('resources')).toEqual([
      'ownCash to_10k',
      'fundingSought',
      'triangularPartnerWanted',
      'inKind Deux animateurs',
    ]);
    expect(of('counterpart')).toEqual([
      'must regions africa',
      'must sizes small',
      'must languages fr',
      'must types city_gov',
    ]);
  });

  it('says nothing of a field that was not yet written down when the broker asked', () => {
    const { urgency: _, ...older } = snapshotOf(before);
    expect(changesSince(older, { ...before, urgency: 'urgent' })).toEqual([]);
  });
});

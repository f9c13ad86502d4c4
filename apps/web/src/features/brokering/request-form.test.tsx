import type { RequestView } from '@baraza/contracts/brokering';
import { createTranslator, loadMessages } from '@baraza/i18n';
import { describe, expect, it } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { ActionForm, type World } from '../../platform/index.ts';
import { WorldProvider } from '../../platform/world.ts';
import { RequestFields } from './request-form.tsx';

const said = (text: string) => ({ text, locale: 'fr', source: null });
const wish = { regions: ['asia'], sizes: ['large'], languages: ['zh'], types: ['city_gov'] };
/** Everything that may be said, as it comes from the server. */
const request = {
  version: 4,
  kind: 'exchange',
  language: 'fr',
  title: said('Titre'),
  context: said('Situation'),
  wantedResult: said('Résultat'),
  whatWeTried: said('Essai'),
  whatWeBring: said('Apport'),
  partnerSought: said('Une ville'),
  lines: [{ id: 'l1', text: said('Tournées'), quantity: '3 par semaine', state: 'open' }],
  modalities: ['training', 'twinning'],
  themes: ['logistics'],
  sdgs: [2, 9],
  sdgTargets: ['9.3', '9.c'],
  sectors: ['finance'],
  languages: ['fr', 'sw'],
  readiness: 'budgeted',
  urgency: 'urgent',
  window: { start: '2026-05-01', end: '2027-01-31' },
  resources: {
    ownCash: 'to_10k',
    inKind: [{ id: 'k1', text: said('Une salle') }],
    fundingSought: true,
    triangularPartnerWanted: true,
  },
  expectedOutcomes: [{ id: 'o1', indicator: said('Producteurs'), unit: 'personnes', baseline: 0, target: 20 }],
  counterpart: { must: wish, prefer: wish, avoid: wish },
  visibility: 'cluster',
  cluster: { id: 'c1', slug: 'rural', name: 'Rural' },
  contactPolicy: 'after_agreement',
  delegateId: 'd1',
  delegates: [
    { id: 'd0', name: 'Afi' },
    { id: 'd1', name: 'Bola' },
  ],
  addressedTo: null,
} as unknown as RequestView;

async function sent(): Promise<Record<string, string[]>> {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  queries.setQueryData(['clusters', 'list', { limit: 100 }], { items: [{ slug: 'ports', name: 'Ports' }], next: null });
  const i18n = createTranslator('en', await loadMessages('en', ['kernel', 'brokering', 'taxonomy']), 'UTC');
  const world = { i18n, locale: 'en', timeZone: 'UTC', returned: null, reader: null, now: 0 } as unknown as World;
  const container = document.createElement('div');
  flushSync(() =>
    createRoot(container).render(
      <QueryClientProvider client={queries}>
        <WorldProvider value={world}>
          <ActionForm operation="brokering.reviseRequest" params={{ ref: 'REQ-2026-0001' }}>
            <RequestFields request={request} />
          </ActionForm>
        </WorldProvider>
      </QueryClientProvider>,
    ),
  );
  const form = container.querySelector('form');
  if (!form) throw new Error('there is no form');
  const fields: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form))
    if (value !== '' && !name.startsWith('_')) (fields[name] ??= []).push(String(value));
  return fields;
}

describe('a request that is opened and saved as it stands', () => {
  it('loses nothing of what it said', async () => {
    const wishes = Object.fromEntries(
      ['must', 'prefer', 'avoid'].flatMap((of) =>
        Object.entries(wish).map(([matter, values]) => [`counterpart.${of}.${matter}`, values]),
      ),
    );
    expect(await sent()).toEqual({
      version: ['4'],
      kind: ['exchange'],
      language: ['fr'],
      title: ['Titre'],
      context: ['Situation'],
      wantedResult: ['Résultat'],
      whatWeTried: ['Essai'],
      whatWeBring: ['Apport'],
      partnerSought: ['Une ville'],
      'lines.0.id': ['l1'],
      'lines.0.text': ['Tournées'],
      'lines.0.quantity': ['3 par semaine'],
      modalities: ['training', 'twinning'],
      themes: ['logistics'],
      sdgs: ['2', '9'],
      sdgTargets: ['9.3', '9.c'],
      sectors: ['finance'],
      languages: ['fr', 'sw'],
      readiness: ['budgeted'],
      urgency: ['urgent'],
      'window.start': ['2026-05-01'],
      'window.end': ['2027-01-31'],
      'resources.ownCash': ['to_10k'],
      'resources.inKind.0.id': ['k1'],
      'resources.inKind.0.text': ['Une salle'],
      'resources.fundingSought': ['true'],
      'resources.triangularPartnerWanted': ['true'],
      'expectedOutcomes.0.id': ['o1'],
      'expectedOutcomes.0.indicator': ['Producteurs'],
      'expectedOutcomes.0.unit': ['personnes'],
      'expectedOutcomes.0.baseline': ['0'],
      'expectedOutcomes.0.target': ['20'],
      ...wishes,
      visibility: ['cluster'],
      cluster: ['rural'],
      contactPolicy: ['after_agreement'],
      delegateId: ['d1'],
    });
  });
});

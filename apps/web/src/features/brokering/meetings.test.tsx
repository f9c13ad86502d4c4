import type { MeetingView } from '@baraza/contracts/brokering';
import { createTranslator, loadMessages } from '@baraza/i18n';
import { describe, expect, it } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { World } from '../../platform/index.ts';
import { WorldProvider } from '../../platform/world.ts';
import { Meetings } from './meetings.tsx';

const side = (name: string, delegate: string | null) => ({
  organisation: { id: name, name, timeZone: null },
  delegate,
});
const agreed = {
  id: 'm1',
  version: 3,
  state: 'accepted',
  topic: { text: 'First lesson', locale: 'en', source: null },
  place: null,
  minutes: 90,
  sides: [side('Benin', 'Bola'), side('Zha Lan Tun', 'Chen')],
  slots: ['2026-06-01T09:00:00.000Z'],
  chosen: '2026-06-01T09:00:00.000Z',
  outcome: null,
  nextStep: null,
  end: null,
  moves: [],
} as unknown as MeetingView;

async function shown(meetings: readonly MeetingView[], locale: 'en' | 'ru' = 'en'): Promise<HTMLElement> {
  const i18n = createTranslator(locale, await loadMessages(locale, ['kernel', 'brokering']), 'UTC');
  const world = { i18n, locale, timeZone: 'UTC', returned: null, reader: null, now: 0 } as unknown as World;
  const container = document.createElement('div');
  flushSync(() =>
    createRoot(container).render(
      <QueryClientProvider client={new QueryClient()}>
        <WorldProvider value={world}>
          <Meetings
            meetings={meetings}
            organisations={[]}
            propose={{ operation: 'brokering.meetForMatch', params: { id: 'x' } }}
            record={null}
          />
        </WorldProvider>
      </QueryClientProvider>,
    ),
  );
  return container;
}
const linkOf = async (change: Partial<MeetingView>) =>
  (await shown([{ ...agreed, ...change }])).querySelector('a[href="/api/v1/meetings/m1/calendar.ics"]')?.textContent;

describe('a meeting', () => {
  it('is proposed for as long as it will last, an hour unless somebody says otherwise', async () => {
    const select = (await shown([])).querySelector<HTMLSelectElement>('select[name=minutes]');
    expect(select?.value).toBe('60');
    const words = [...(select?.options ?? [])].map(({ text }) => text);
    expect(words.slice(0, 5)).toEqual(['30 minutes', '45 minutes', '1 hour', '90 minutes', '2 hours']);
    const russian = (await shown([], 'ru')).querySelector<HTMLSelectElement>('select[name=minutes]');
    expect([...(russian?.options ?? [])].map(({ text }) => text)).toContain('2 часа');
  });

  it('says how long it lasts, except where it was only written down afterwards', async () => {
    expect((await shown([agreed])).querySelector('dl')?.textContent).toContain('How long it lasts90 minutes');
    const recorded: MeetingView = { ...agreed, state: 'held', slots: [] };
    expect((await shown([recorded])).querySelector('dl')?.textContent).not.toContain('90 minutes');
  });

  it('is put into a calendar once it is fixed, and taken out of it when it is called off after that', async () => {
    expect(await linkOf({})).toContain('Add to your calendar');
    expect(await linkOf({ state: 'cancelled' })).toContain('Take it out of your calendar');
    const half = { chosen: agreed.chosen, sides: [side('Benin', 'Bola'), side('Zha Lan Tun', null)] };
    for (const change of [{ chosen: null }, half])
      expect(await linkOf({ state: 'cancelled', ...change } as Partial<MeetingView>)).toBeUndefined();
  });
});

import { express, expression, focal, move, published, type Scene, suggest } from './scene.ts';

/** Requests that were published and look for somebody, or have stopped looking. */
export const open: Readonly<Record<string, readonly Scene[]>> = {
  // A need that ended without a partner: nobody answered before its time was over.
  'chengkou-live-stream-training': [
    ...published(188, 'broker-2'),
    suggest(
      186.5,
      'guangzhou',
      'Guangzhou has a plan for live-streamed trade and works with small sellers.',
      'broker-2',
    ),
  ],
  'zha-lan-tun-station-managers': [
    ...published(60),
    suggest(58.5, 'benin-aced', 'Producers in Benin asked how many sellers can share one courier.'),
    move(44, undefined, {
      kind: 'request',
      move: 'withdraw',
      reason: 'priorities_changed',
      note: ['zh', '今年的培训班已由本旗自行安排，明年再与大家分享。'],
    }),
  ],
  'itc-first-export-clinic': [
    ...published(172, 'broker-2'),
    suggest(170.5, 'kolkata', 'Kolkata’s festival brought small vendors online for the first time.', 'broker-2'),
    express(160, 'kolkata', [
      'en',
      'Eight craft groups from the festival would take part, each with one product and its price list ready.',
    ]),
    expression(158, 'kolkata', 'see'),
    {
      day: 156,
      does: {
        kind: 'expression',
        with: 'kolkata',
        move: 'decline',
        reason: 'timing',
        note: ['en', 'The first clinic is full. Please answer again in spring: textiles would fit well.'],
      },
    },
  ],
  'uneca-protocol-mapping': [...published(1.1)],
  'brazil-startup-programme-exchange': [
    ...published(25, 'broker-2'),
    suggest(13, 'kolkata', 'Kolkata plans a first programme for young firms around its festival.', 'broker-2'),
    express(5, 'op-jindal-university', [
      'en',
      'Our students follow young firms through their first two years. We would join the sessions on selection and share how we evaluate mentors.',
    ]),
  ],
  'guangzhou-returns-partner': [
    ...published(20),
    suggest(18.5, 'ningbo', 'Ningbo handles returned parcels in its bonded area.'),
    {
      day: 15,
      by: focal('hangzhou'),
      does: {
        kind: 'question',
        with: 'hangzhou',
        text: ['en', 'Who pays when a parcel is neither repaired nor resold?'],
      },
    },
    {
      day: 13,
      does: {
        kind: 'answer',
        with: 'hangzhou',
        text: [
          'en',
          'The seller. During the test we would like to see how often that happens before anybody fixes a price.',
        ],
      },
    },
    {
      day: 11.5,
      by: 'broker',
      does: {
        kind: 'flag',
        level: 'observation',
        category: 'commercial_interest',
        note: [
          'en',
          'Two members of the chamber would run the counter. Ask how they were chosen before anything is signed.',
        ],
      },
    },
    {
      day: 11.4,
      by: 'broker',
      does: { kind: 'note', text: ['en', 'The chamber answers fastest in the morning, Hong Kong time.'] },
    },
    express(12, 'hong-kong-logistics-chamber', [
      'en',
      'Two members of the chamber run a returns counter at the airport and would open it to a test of three months.',
    ]),
    expression(11, 'hong-kong-logistics-chamber', 'see'),
    {
      day: 9,
      does: {
        kind: 'expression',
        with: 'hong-kong-logistics-chamber',
        move: 'discuss',
        note: ['en', 'Who decides on the spot whether a parcel is repaired or resold?'],
      },
    },
    {
      day: 3,
      by: focal('hong-kong-logistics-chamber'),
      does: {
        kind: 'reply',
        with: 'hong-kong-logistics-chamber',
        text: [
          'en',
          'The operator, within two days, by a list that both sides agree on beforehand. We can send a draft of the list.',
        ],
      },
    },
  ],
  // Open for more than two months and nobody introduced: it counts as unmet while it waits.
  'hangzhou-overseas-warehouse-host': [
    ...published(70),
    suggest(68.5, 'benin-aced', 'Port of Cotonou in reach, and producers who look for a way to buyers in China.'),
    express(17, 'brazil-startup-committee', [
      'pt',
      'Empresas apoiadas por nossos programas têm espaço alfandegado em Santos e procuram parceiros na China.',
    ]),
    express(8, 'hong-kong-logistics-chamber', [
      'en',
      'Bonded space at the airport, an operator with evening shifts, and exporters who would fill the way back.',
    ]),
    expression(4, 'hong-kong-logistics-chamber', 'accept'),
  ],
};

import type { PartyRole } from '@baraza/domain/brokering';
import type { Locale } from '@baraza/domain/kernel';

/** One thing somebody does about a request, so many days ago. `with` names the other side by its organisation. */
export interface Scene {
  readonly day: number;
  /** The account; without it, the focal point of the requester. */
  readonly by?: string;
  readonly does: Deed;
}
export type Deed =
  | { readonly kind: 'draft' }
  | {
      readonly kind: 'request';
      readonly move: 'submit' | 'claim' | 'ask' | 'answer' | 'publish' | 'decline' | 'withdraw' | 'confirm';
      readonly reason?: string;
      readonly note?: Said;
    }
  | { readonly kind: 'suggest'; readonly with: string; readonly because: Said }
  | { readonly kind: 'express'; readonly with: string; readonly message: Said }
  | {
      readonly kind: 'expression';
      readonly with: string;
      readonly move: 'see' | 'discuss' | 'accept' | 'confirm' | 'decline';
      readonly reason?: string;
      readonly note?: Said;
    }
  | { readonly kind: 'reply'; readonly with: string; readonly text: Said }
  | { readonly kind: 'match'; readonly with: string; readonly move: 'sayYes' }
  | { readonly kind: 'say'; readonly with: string; readonly text: Said }
  | {
      readonly kind: 'propose';
      readonly with: string;
      readonly roles: readonly [PartyRole, PartyRole];
      readonly title: Said;
      readonly plan: Said;
    }
  | { readonly kind: 'sign'; readonly with: string; readonly name: string };
export type Said = readonly [language: Locale, words: string];

const move = (day: number, by: string | undefined, deed: Extract<Deed, { kind: 'request' }>): Scene => ({
  day,
  ...(by && { by }),
  does: deed,
});
const draft = (day: number): Scene => ({ day, does: { kind: 'draft' } });
const submit = (day: number): Scene => move(day, undefined, { kind: 'request', move: 'submit' });
const claim = (day: number, by = 'broker'): Scene => move(day, by, { kind: 'request', move: 'claim' });
const publish = (day: number, by = 'broker'): Scene => move(day, by, { kind: 'request', move: 'publish' });
/** Written, sent, taken up and published within a week, as the desk promises. */
const published = (day: number, by = 'broker'): Scene[] => [
  draft(day + 6),
  submit(day + 4),
  claim(day + 2, by),
  publish(day, by),
];

const focal = (organisation: string): string => `${organisation}-focal-point`;
const express = (day: number, from: string, message: Said): Scene => ({
  day,
  by: focal(from),
  does: { kind: 'express', with: from, message },
});
const say = (day: number, by: string, other: string, text: Said): Scene => ({
  day,
  by,
  does: { kind: 'say', with: other, text },
});
const expression = (day: number, from: string, step: 'see' | 'accept'): Scene => ({
  day,
  does: { kind: 'expression', with: from, move: step },
});
const confirm = (day: number, from: string): Scene => ({
  day,
  by: focal(from),
  does: { kind: 'expression', with: from, move: 'confirm' },
});
const suggest = (day: number, organisation: string, because: string, by = 'broker'): Scene => ({
  day,
  by,
  does: { kind: 'suggest', with: organisation, because: ['en', because] },
});

/** What becomes of each request of the demo community, by its id in content/requests.json. */
export const script: Readonly<Record<string, readonly Scene[]>> = {
  'nigeria-payment-gateway-peer': [draft(6)],
  'lao-pdr-landlocked-hub-twinning': [draft(3)],

  // Sent by delegates of members without a verified focal point: nobody may take them up yet.
  'kenya-alliance-blueprint': [draft(5), submit(4)],
  'kyrgyzstan-data-exchange-pilot': [draft(14), submit(11)],
  'tianjin-release-time-study': [draft(3), submit(1.5)],

  'guangzhou-platform-walkthrough': [draft(5), submit(3), claim(0.9)],
  'belarus-common-provisions-clinic': [draft(6), submit(3.4), claim(0.6, 'lead-broker')],

  'brazil-cross-border-payment-partner': [
    draft(14),
    submit(12),
    claim(11),
    move(10, 'broker', {
      kind: 'request',
      move: 'ask',
      note: [
        'en',
        'Which payments should the pilot begin with: incoming orders from abroad, or purchases of supplies?',
      ],
    }),
  ],

  'qingdao-customs-credit-method': [
    draft(36),
    submit(34),
    claim(33, 'lead-broker'),
    move(31, 'lead-broker', {
      kind: 'request',
      move: 'decline',
      reason: 'incomplete',
      note: ['en', 'Say which bank would explain its part of the method, and the offer can be published the same day.'],
    }),
  ],

  'chengkou-live-stream-training': [
    ...published(60, 'broker-2'),
    suggest(
      58.5,
      'guangzhou',
      'Guangzhou has a plan for live-streamed trade and works with small sellers.',
      'broker-2',
    ),
    move(44, undefined, {
      kind: 'request',
      move: 'withdraw',
      reason: 'met_elsewhere',
      note: ['zh', '同省的一个区县已同意为我们的农户开设直播课。'],
    }),
  ],

  'zha-lan-tun-station-managers': [
    ...published(186),
    suggest(184.5, 'benin-aced', 'Producers in Benin asked how many sellers can share one courier.'),
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

  'hangzhou-overseas-warehouse-host': [
    ...published(30),
    suggest(28.5, 'benin-aced', 'Port of Cotonou in reach, and producers who look for a way to buyers in China.'),
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

  'chengkou-tourism-sales-mentoring': [
    ...published(48, 'broker-2'),
    suggest(46.5, 'hulunbuir', 'Visitors in summer, few orders in winter.', 'broker-2'),
    { day: 44, by: focal('hulunbuir'), does: { kind: 'match', with: 'hulunbuir', move: 'sayYes' } },
    { day: 41, does: { kind: 'match', with: 'hulunbuir', move: 'sayYes' } },
    say(40, focal('chengkou-county'), 'hulunbuir', [
      'zh',
      '很高兴结识。我们可以先介绍土特产礼盒和质量标准，下周二下午是否方便？',
    ]),
    say(36, focal('hulunbuir'), 'hulunbuir', ['zh', '周二下午可以。我们有三家民宿和两个合作社想参加。']),
    say(34, focal('chengkou-county'), 'hulunbuir', ['zh', '第一次交流的记录已整理好，第二次谈微信下单。']),
  ],

  'kolkata-festival-platform-rules': [
    ...published(33),
    suggest(
      31.5,
      'hangzhou',
      'Hangzhou works with retail platforms every day, and with those who sell there for the first time.',
    ),
    express(26, 'guangzhou', [
      'en',
      'Our consumer protection office has written rules for platforms with many small sellers. We would read your charter line by line, in two meetings.',
    ]),
    expression(25, 'guangzhou', 'see'),
    expression(22, 'guangzhou', 'accept'),
    confirm(20, 'guangzhou'),
    say(19, focal('kolkata'), 'guangzhou', [
      'en',
      'Thank you for saying yes. The draft charter has nine articles; the open question is access for vendors without a bank account.',
    ]),
    say(16, focal('guangzhou'), 'guangzhou', [
      'en',
      'We had the same question in 2019. Could we take articles 3 and 4 first, on Thursday at 14:00 your time?',
    ]),
    say(15, 'broker', 'guangzhou', ['en', 'I have noted Thursday for both of you. Who writes down what was agreed?']),
    say(4, focal('kolkata'), 'guangzhou', [
      'en',
      'We did. Articles 3 and 4 are changed as discussed; the text goes to the vendors’ association this week.',
    ]),
  ],

  'hangzhou-youth-contest-seats': [
    ...published(45),
    suggest(43.5, 'brazil-startup-committee', 'Its programmes select young firms and could send teams.'),
    express(37, 'kolkata', [
      'en',
      'Two universities and the youth agency would select five teams, and the festival office would follow them for a year.',
    ]),
    expression(36, 'kolkata', 'see'),
    expression(33, 'kolkata', 'accept'),
    confirm(31, 'kolkata'),
    say(30, focal('hangzhou'), 'kolkata', [
      'en',
      'Welcome. The contest opens for registration in two months; five places are yours if the teams are named by then.',
    ]),
    say(26, focal('kolkata'), 'kolkata', [
      'en',
      'They will be. Can jury members take part online? Ours cannot travel in that week.',
    ]),
    say(25, focal('hangzhou'), 'kolkata', ['en', 'Yes, the first two rounds are online for everybody.']),
    {
      day: 6,
      by: focal('hangzhou'),
      does: {
        kind: 'propose',
        with: 'kolkata',
        roles: ['provider', 'requester'],
        title: ['en', 'Five teams from Kolkata in the youth entrepreneurship contest'],
        plan: [
          'en',
          'Hangzhou keeps five places and gives each team a mentor. Kolkata selects the teams, sends two jury members to the online rounds and follows the teams for one year. Both write down what became of each team after six and twelve months.',
        ],
      },
    },
    { day: 5, by: focal('hangzhou'), does: { kind: 'sign', with: 'kolkata', name: 'Hangzhou focal point' } },
  ],

  'benin-delivery-and-payment-coaching': [
    draft(72),
    submit(70),
    claim(68),
    move(66, 'broker', {
      kind: 'request',
      move: 'ask',
      note: ['en', 'How many producers would take part in the pilot group, and in which towns?'],
    }),
    move(62, undefined, {
      kind: 'request',
      move: 'answer',
      note: ['fr', 'Une vingtaine de producteurs, sur deux marchés de Cotonou et d’Abomey-Calavi.'],
    }),
    claim(61.6),
    publish(61),
    suggest(59.5, 'hangzhou', 'Its platforms pool small orders, and it looks for hosts in West Africa.'),
    express(55, 'zha-lan-tun', [
      'zh',
      '我们有一百三十个村级服务站，几家快递公司的包裹由一家本地公司统一配送。可以用六次线上课讲清怎样选管理员、怎样分摊费用。',
    ]),
    express(53, 'caoxian-county', ['zh', '我们在十个试点村培训过小卖家，可以分享教材。']),
    expression(54, 'zha-lan-tun', 'see'),
    {
      day: 52,
      does: {
        kind: 'expression',
        with: 'zha-lan-tun',
        move: 'discuss',
        note: ['fr', 'Combien de vendeurs faut-il au départ pour qu’une tournée commune couvre ses frais ?'],
      },
    },
    {
      day: 50,
      by: focal('zha-lan-tun'),
      does: {
        kind: 'reply',
        with: 'zha-lan-tun',
        text: ['zh', '我们从十二家开始，三个月后收支相抵。账目可以给你们看。'],
      },
    },
    expression(48, 'zha-lan-tun', 'accept'),
    {
      day: 47,
      does: {
        kind: 'expression',
        with: 'caoxian-county',
        move: 'decline',
        reason: 'found_elsewhere',
        note: [
          'fr',
          'Merci beaucoup. Nous commençons avec un autre comté ; vos supports nous seraient précieux l’an prochain.',
        ],
      },
    },
    confirm(46, 'zha-lan-tun'),
    say(45, focal('benin-aced'), 'zha-lan-tun', [
      'fr',
      'Bonjour, et merci. Deux marchés et un coursier sont prêts à commencer.',
    ]),
    say(43, focal('zha-lan-tun'), 'zha-lan-tun', [
      'zh',
      '您好！第一课我们讲站点管理员的选择。下周三贵方上午九点可以吗？',
    ]),
    say(42, focal('benin-aced'), 'zha-lan-tun', ['fr', 'Mercredi à neuf heures, heure de Cotonou, c’est parfait.']),
    say(30, focal('zha-lan-tun'), 'zha-lan-tun', [
      'zh',
      '前两课的讲义已寄出。你们的三张路线图很清楚，可以先合并两条。',
    ]),
    {
      day: 18,
      by: focal('benin-aced'),
      does: {
        kind: 'propose',
        with: 'zha-lan-tun',
        roles: ['requester', 'provider'],
        title: ['fr', 'Tournées communes de produits frais depuis deux marchés'],
        plan: [
          'fr',
          'Zha Lan Tun donne six leçons en ligne et relit les comptes des tournées. Le Bénin réunit vingt producteurs, un coursier et deux marchés, et publie le coût du dernier kilomètre avant et après. Les deux documentent ensemble ce qui a marché et ce qui n’a pas marché.',
        ],
      },
    },
    { day: 15, by: focal('benin-aced'), does: { kind: 'sign', with: 'zha-lan-tun', name: 'Point focal, Bénin' } },
    { day: 12, by: focal('zha-lan-tun'), does: { kind: 'sign', with: 'zha-lan-tun', name: '扎兰屯服务中心' } },
  ],
};

/** How they would work together, read from what each request describes. */
export const ways: Readonly<Record<string, readonly string[]>> = {
  'benin-delivery-and-payment-coaching': ['peer_exchange', 'training'],
  'kenya-alliance-blueprint': ['peer_exchange', 'policy_advice'],
  'brazil-cross-border-payment-partner': ['joint_pilot', 'training'],
  'brazil-startup-programme-exchange': ['peer_exchange', 'policy_advice'],
  'belarus-common-provisions-clinic': ['policy_advice', 'peer_exchange'],
  'kyrgyzstan-data-exchange-pilot': ['joint_pilot', 'data_tools'],
  'chengkou-tourism-sales-mentoring': ['peer_exchange', 'study_visit'],
  'chengkou-live-stream-training': ['training'],
  'guangzhou-platform-walkthrough': ['peer_exchange', 'policy_advice'],
  'guangzhou-returns-partner': ['joint_pilot'],
  'hangzhou-youth-contest-seats': ['training'],
  'hangzhou-overseas-warehouse-host': ['joint_pilot', 'twinning'],
  'itc-first-export-clinic': ['training', 'policy_advice'],
  'kolkata-festival-platform-rules': ['policy_advice', 'peer_exchange'],
  'qingdao-customs-credit-method': ['technology_transfer', 'data_tools'],
  'nigeria-payment-gateway-peer': ['peer_exchange', 'data_tools'],
  'uneca-protocol-mapping': ['policy_advice', 'data_tools'],
  'tianjin-release-time-study': ['peer_exchange', 'data_tools'],
  'zha-lan-tun-station-managers': ['training', 'peer_exchange'],
  'lao-pdr-landlocked-hub-twinning': ['twinning', 'study_visit'],
};

/** The parts of a need that can be covered one by one, as its summary names them. */
export const lines: Readonly<Record<string, readonly string[]>> = {
  'benin-delivery-and-payment-coaching': [
    'Tournées partagées entre plusieurs vendeurs',
    'Accompagnement d’un groupe pilote de producteurs',
    'Paiement numérique des commandes livrées à domicile',
  ],
};

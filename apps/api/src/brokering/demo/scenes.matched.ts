import {
  attach,
  claim,
  confirm,
  draft,
  express,
  expression,
  file,
  focal,
  meeting,
  move,
  publish,
  published,
  type Scene,
  say,
  submit,
  suggest,
} from './scene.ts';

/** Requests that found somebody. */
export const matched: Readonly<Record<string, readonly Scene[]>> = {
  'chengkou-tourism-sales-mentoring': [
    ...published(48, 'broker-2'),
    suggest(46.5, 'hulunbuir', 'Visitors in summer, few orders in winter.', 'broker-2'),
    { day: 44, by: focal('hulunbuir'), does: { kind: 'match', with: 'hulunbuir', move: 'sayYes', as: 'must' } },
    { day: 41, does: { kind: 'match', with: 'hulunbuir', move: 'sayYes' } },
    say(40, focal('chengkou-county'), 'hulunbuir', [
      'zh',
      '很高兴结识。我们可以先介绍土特产礼盒和质量标准，下周二下午是否方便？',
    ]),
    say(36, focal('hulunbuir'), 'hulunbuir', ['zh', '周二下午可以。我们有三家民宿和两个合作社想参加。']),
    say(34, focal('chengkou-county'), 'hulunbuir', ['zh', '第一次交流的记录已整理好，第二次谈微信下单。']),
    {
      day: 33.5,
      by: focal('chengkou-county'),
      does: {
        kind: 'propose',
        with: 'hulunbuir',
        roles: ['provider', 'requester'],
        title: ['zh', '把夏季游客变成全年的线上顾客'],
        plan: [
          'zh',
          '城口县讲三次线上课：土特产礼盒、质量标准、微信下单，并接待一次实地考察。呼伦贝尔组织三家民宿和两个合作社参加，每月公布线上订单数。双方一起写下哪些做法有效。',
        ],
        english: [
          'Guests of the summer become customers of the whole year',
          'Chengkou gives three online lessons, on gift boxes, quality standards and orders by messaging app, and receives one visit. Hulunbuir brings three guest houses and two cooperatives, and publishes the number of online orders each month. Both write down together what worked.',
        ],
      },
    },
    { day: 33, by: focal('chengkou-county'), does: { kind: 'sign', with: 'hulunbuir', name: '城口县联络人' } },
    { day: 32, by: focal('hulunbuir'), does: { kind: 'sign', with: 'hulunbuir', name: '呼伦贝尔联络人' } },
    // A month later both are asked how it goes, and nobody has answered yet.
    file(31, focal('chengkou-county'), { act: 'start' }),
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
    attach(71.5, { paper: 'sketch', purpose: 'document' }),
    attach(71, { paper: 'readiness', purpose: 'evidence' }),
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
    express(
      55,
      'zha-lan-tun',
      [
        'zh',
        '我们有一百三十个村级服务站，几家快递公司的包裹由一家本地公司统一配送。可以用六次线上课讲清怎样选管理员、怎样分摊费用。',
      ],
      2,
    ),
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
    meeting(44.5, focal('benin-aced'), 'zha-lan-tun', {
      act: 'meet',
      topic: ['fr', 'Première leçon : choisir le responsable d’un point de livraison'],
      delegate: 'Point focal, Bénin',
    }),
    meeting(43.5, focal('zha-lan-tun'), 'zha-lan-tun', { act: 'take', delegate: '扎兰屯服务中心' }),
    meeting(41, focal('benin-aced'), 'zha-lan-tun', {
      act: 'record',
      attendees: 'Point focal, Bénin\n扎兰屯服务中心',
      note: [
        'fr',
        'La première leçon a eu lieu. Les deux marchés ont été présentés ; la suivante porte sur les tournées.',
      ],
      next: 'Écrire ensemble la proposition de partenariat',
      owner: 'benin-aced',
      inDays: 3,
    }),
    {
      day: 40,
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
        english: [
          'Shared delivery rounds of fresh produce from two markets',
          'Zha Lan Tun gives six online lessons and reads the accounts of the rounds. Benin brings together twenty producers, one courier and two markets, and publishes what the last leg cost before and after. Both write down together what worked and what did not.',
        ],
      },
    },
    { day: 39, by: focal('benin-aced'), does: { kind: 'sign', with: 'zha-lan-tun', name: 'Point focal, Bénin' } },
    { day: 38, by: focal('zha-lan-tun'), does: { kind: 'sign', with: 'zha-lan-tun', name: '扎兰屯服务中心' } },
    file(37.5, focal('benin-aced'), {
      act: 'attach',
      to: 'partnership',
      file: { paper: 'agreement', purpose: 'agreement' },
    }),
    file(37, focal('benin-aced'), { act: 'start' }),
    file(36, focal('benin-aced'), {
      act: 'milestone',
      title: ['fr', 'Deux marchés, un coursier et vingt producteurs réunis'],
      owner: 'benin-aced',
      inDays: 20,
    }),
    file(36, focal('zha-lan-tun'), {
      act: 'milestone',
      title: ['zh', '完成六次线上课'],
      owner: 'zha-lan-tun',
      inDays: 120,
    }),
    file(29, focal('zha-lan-tun'), { act: 'give', kind: 'training_places', quantity: 20, unit: '名生产者' }),
    file(27, focal('benin-aced'), { act: 'confirm' }),
    file(18, focal('benin-aced'), { act: 'reach', title: 'Deux marchés, un coursier et vingt producteurs réunis' }),
    file(6, focal('benin-aced'), {
      act: 'checkIn',
      happened: ['fr', 'Deux leçons ont été données. Les tournées communes ont commencé sur le premier marché.'],
      next: 'Relire ensemble les comptes des tournées.',
    }),
    file(5, focal('zha-lan-tun'), {
      act: 'checkIn',
      happened: ['zh', '前两次课已完成，讲义已寄出。'],
      next: '第三次课讲费用分摊。',
    }),
    file(4, focal('benin-aced'), {
      act: 'claim',
      indicator: ['fr', 'Leçons en ligne données sur les tournées communes'],
      unit: 'leçons',
      figures: { baseline: 0, target: 6, actual: 2, source: 'Supports des leçons, envoyés aux deux parties' },
    }),
    file(3.5, focal('benin-aced'), {
      act: 'attach',
      to: 'outcome',
      file: { paper: 'lessons', purpose: 'evidence', open: true },
    }),
    file(2, focal('zha-lan-tun'), { act: 'countersign' }),
  ],
};

import type { DemoRequest } from './request.ts';

/** What one city offers another that did not ask: the desk let it through, and the other side has not answered yet. */
export const offerRequests: readonly DemoRequest[] = [
  {
    id: 'zhengzhou-returns-walk-through',
    type: 'offer',
    lang: 'zh',
    title: '保税区退货处理流程线上讲解',
    summary:
      '跨境电商的退货往往在途中耗掉利润。郑州愿意用三次线上讲解，说明退货如何在保税区内验收、重新包装和再次发出，并分享表格和单据样本。',
    titleEn: 'How returned parcels are handled in a bonded area: a walk-through',
    summaryEn:
      'In cross-border trade, parcels that come back often cost the whole profit. Zhengzhou would show in three online sessions how returns are checked, repacked and sent out again inside a bonded area, and share its forms and sample papers.',
    postedBy: { member: 'zhengzhou' },
    addressedTo: 'brazil-startup-committee',
    derivedFrom: 'zhengzhou-1210-rail-hub',
    cluster: 'customs-regulation',
    themes: ['bonded-warehousing', 'customs'],
    sdgs: [8, 9],
    wantedPartner: 'A programme that accompanies young firms which sell across borders.',
    offeredInReturn: 'Three sessions, the forms we use, and answers in writing for six months.',
    languages: ['zh', 'en'],
    duration: '3 months',
  },
];

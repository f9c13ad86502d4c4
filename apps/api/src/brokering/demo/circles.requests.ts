import type { DemoRequest } from './request.ts';

/**
 * Requests that go round: Belarus asks what Qingdao has, Qingdao what Brazil has, Brazil what Belarus has, by the strengths and
 * challenges of the documents. An agency of the North would help to pay; and one need has found three already.
 */
export const circleRequests: readonly DemoRequest[] = [
  {
    id: 'belarus-loans-on-customs-records',
    type: 'need',
    lang: 'ru',
    title: 'Кредиты малым экспортёрам на основе таможенных данных',
    summary:
      'Банки просят у малых экспортёров залог, которого у них нет. Ищем город, где банк выдаёт онлайн-кредиты на основе таможенных данных, чтобы изучить его модель и правила защиты данных.',
    titleEn: 'Loans for small exporters on the basis of customs records',
    summaryEn:
      'Banks ask small exporters for collateral that they do not have. We look for a city where a bank lends online on the basis of customs records, to study its model and its rules for data protection.',
    postedBy: { member: 'belarus-state-customs-committee' },
    derivedFrom: 'qingdao-customs-data-loans',
    cluster: 'digital-payments-finance',
    themes: ['sme-finance', 'public-data', 'small-business'],
    sdgs: [8, 9],
    wantedPartner: 'A city whose customs and bank share records, and that would explain how.',
    offeredInReturn: 'Five countries with the same customs provisions for online trade, explained article by article.',
    languages: ['ru', 'en'],
    duration: '6 months',
  },
  {
    id: 'qingdao-programmes-for-young-firms',
    type: 'need',
    lang: 'zh',
    title: '面向初创企业的公共扶持计划',
    summary:
      '贷款帮助了有出口记录的企业，刚起步的企业却没有记录可查。我们希望向设有公共创业扶持计划的伙伴学习怎样挑选和陪伴年轻企业。',
    titleEn: 'Public programmes for firms that have just begun',
    summaryEn:
      'Loans help firms that have an export record; those that have just begun have none. We would like to learn from a partner with public programmes for start-ups how young firms are chosen and accompanied.',
    postedBy: { member: 'qingdao' },
    derivedFrom: 'brazil-sme-readiness',
    cluster: 'talent-training',
    themes: ['entrepreneurship', 'youth'],
    sdgs: [8, 17],
    wantedPartner: 'A programme that has supported young firms for some years.',
    offeredInReturn: 'The method for credit based on customs records.',
    languages: ['zh', 'en'],
    duration: '6 months',
  },
  {
    id: 'brazil-common-customs-rules',
    type: 'need',
    lang: 'pt',
    title: 'Regras aduaneiras comuns para o comércio eletrônico entre vizinhos',
    summary:
      'Cada país vizinho tem regras aduaneiras próprias, e as pequenas empresas desistem antes da fronteira. Queremos aprender com quem aplica disposições aduaneiras comuns em vários países.',
    titleEn: 'Common customs rules for online trade among neighbours',
    summaryEn:
      'Each neighbouring country has customs rules of its own, and small firms give up before the border. We want to learn from those who apply common customs provisions in several countries.',
    postedBy: { member: 'brazil-startup-committee' },
    derivedFrom: 'belarus-customs-union',
    cluster: 'customs-regulation',
    themes: ['customs', 'regional-integration'],
    sdgs: [9, 17],
    wantedPartner: 'A customs service that applies the same provisions as its neighbours.',
    offeredInReturn: 'Public programmes for start-ups: how firms are selected and mentored.',
    languages: ['pt', 'en', 'es'],
    duration: '8 months',
  },
  {
    id: 'itc-ready-for-funding',
    type: 'offer',
    lang: 'en',
    title: 'Making exchanges between cities ready for funding',
    summary:
      'Good exchanges between cities end for want of a budget line. Our advisers would help two partners to prepare theirs for funding: the costs, a plan, and a paper that a donor can read.',
    titleEn: 'Making exchanges between cities ready for funding',
    summaryEn:
      'Good exchanges between cities end for want of a budget line. Our advisers would help two partners to prepare theirs for funding: the costs, a plan, and a paper that a donor can read.',
    postedBy: { member: 'itc-geneva' },
    derivedFrom: 'itc-china-market-gateway',
    cluster: 'digital-payments-finance',
    themes: ['sme-finance', 'small-business', 'market-access'],
    sdgs: [8, 17],
    wantedPartner: 'Two partners of the South who have found one another and lack the means.',
    offeredInReturn: 'What was learned, for others who prepare the same.',
    languages: ['en', 'fr', 'es', 'ru', 'zh'],
    duration: '12 months',
  },
  {
    id: 'uneca-payment-gateway-lessons',
    type: 'need',
    lang: 'en',
    title: 'Fewer failed payments at African payment gateways',
    summary:
      'Firms surveyed in July 2020 named payment gateways as their second obstacle, at 42 percent. We look for a city where online payment has become cheap and dependable for small firms, and would publish the comparison.',
    titleEn: 'Fewer failed payments at African payment gateways',
    summaryEn:
      'Firms surveyed in July 2020 named payment gateways as their second obstacle, at 42 percent. We look for a city where online payment has become cheap and dependable for small firms, and would publish the comparison.',
    postedBy: { member: 'uneca' },
    derivedFrom: 'afcfta-ecommerce-protocols',
    cluster: 'digital-payments-finance',
    themes: ['payments', 'digital-infrastructure'],
    sdgs: [8, 9],
    wantedPartner: 'A city with figures from before and after, and somebody who can compare them.',
    offeredInReturn: 'The answers of the survey, and firms who would answer again.',
    languages: ['en', 'fr'],
    duration: '9 months',
  },
];

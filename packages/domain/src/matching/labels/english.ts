import { askers } from './askers.ts';
import type { LabelledNeed } from './need.ts';

export const english: readonly LabelledNeed[] = [
  {
    id: 1,
    locale: 'en',
    asker: askers.kisumu,
    title: 'Shorter release times at our container port',
    wanted:
      'Papers are checked by several offices one after another while ships wait. We want to learn how another port got traders to declare before arrival and publishes how long each step takes.',
    themes: ['ports', 'customs'],
    sdgs: [9, 16],
    modalities: ['study_visit', 'peer_exchange'],
    answers: { tianjin: 3, guangzhou: 1, shanghai: 1, beijing: 1 },
  },
  {
    id: 2,
    locale: 'en',
    asker: askers.suva,
    title: 'Loans for traders who own no property',
    wanted:
      'Our banks accept only land as security. We look for a city where a local bank lends on records of real trade, online, with a risk model that we can study.',
    themes: ['sme-finance', 'small-business'],
    sdgs: [8, 9],
    modalities: ['technology_transfer', 'policy_advice'],
    answers: { qingdao: 3, 'shandong-province': 2, 'zha-lan-tun': 2, 'brazil-startup-committee': 1 },
  },
  {
    id: 3,
    locale: 'en',
    asker: askers.suva,
    title: 'A carnival that can also be held online',
    wanted:
      'When cyclones or an epidemic close our streets, the season of our street vendors is lost. We would like to build a digital edition of the event with a market on the same page.',
    themes: ['culture', 'covid-recovery'],
    sdgs: [8, 11],
    modalities: ['peer_exchange', 'joint_pilot'],
    answers: { kolkata: 3, 'ncaer-new-delhi': 2, 'bangladesh-focal': 1 },
  },
  {
    id: 4,
    locale: 'en',
    asker: askers.kisumu,
    title: 'Reasons for the young to stay in the villages',
    wanted:
      'We think of one point in each village where a trained resident helps neighbours to buy and sell online, with a single courier run for all sellers.',
    themes: ['rural-ecommerce', 'youth'],
    sdgs: [1, 8],
    modalities: ['training', 'peer_exchange'],
    answers: { 'zha-lan-tun': 3, 'caoxian-county': 2, hulunbuir: 2, 'chengkou-county': 1, chongqing: 1 },
  },
  {
    id: 5,
    locale: 'en',
    asker: askers.kisumu,
    title: 'Places for our students in an international start-up contest',
    wanted:
      'Our university has good teams and no stage. We ask for a competition or an incubator that takes foreign students and gives them mentors.',
    themes: ['youth', 'entrepreneurship'],
    sdgs: [4, 8],
    modalities: ['training'],
    answers: { hangzhou: 3, 'brazil-startup-committee': 2, 'op-jindal-university': 1 },
  },
  {
    id: 6,
    locale: 'en',
    asker: askers.suva,
    title: 'What to do with parcels that come back',
    wanted:
      'Buyers abroad return goods and our small exporters lose them at the border. We need rules and a procedure for returned parcels and refunds.',
    themes: ['regulation', 'consumer-protection'],
    sdgs: [9, 12],
    modalities: ['policy_advice'],
    answers: { guangzhou: 3, 'belarus-state-customs-committee': 2, tianjin: 1 },
  },
];

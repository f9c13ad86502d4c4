import type { RequestDraftBody } from '@baraza/contracts/brokering';
import type { Locale } from '@baraza/domain/kernel';
import type { z } from 'zod';

/** A request, so far as the demo reads it. */
export interface DemoRequest {
  readonly id: string;
  readonly type: 'need' | 'offer' | 'exchange';
  readonly lang: Locale;
  readonly title: string;
  readonly summary: string;
  readonly titleEn: string;
  readonly summaryEn: string;
  readonly postedBy: { readonly member: string };
  /** Whom an offer is made to that nobody asked for. */
  readonly addressedTo?: string;
  readonly derivedFrom: string;
  readonly cluster: string;
  readonly themes: readonly string[];
  readonly sdgs: readonly number[];
  readonly wantedPartner: string;
  readonly offeredInReturn: string;
  readonly languages: readonly string[];
  readonly duration: string;
}

export interface DemoStory {
  readonly id: string;
  readonly challenge: string;
}

const sentence = /^(.+?(?:[.!?](?=\s)|。))\s*(\S.*)$/su;

/** A summary says how things are and then what is wanted; null when it says only the latter. */
export function inTwo(summary: string): readonly [string, string] | null {
  const [, first, rest] = sentence.exec(summary) ?? [];
  return first && rest ? [first, rest] : null;
}

/** How things were: the first two sentences of the story that a request grew from. */
export function situationIn({ challenge }: DemoStory): string {
  const [first, rest] = inTwo(challenge) ?? [challenge, ''];
  return `${first} ${inTwo(rest)?.[0] ?? rest}`.trim();
}

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
  'belarus-loans-on-customs-records': ['technology_transfer', 'policy_advice'],
  'qingdao-programmes-for-young-firms': ['peer_exchange', 'policy_advice'],
  'brazil-common-customs-rules': ['policy_advice', 'peer_exchange'],
  'itc-ready-for-funding': ['funding_readiness'],
  'zhengzhou-returns-walk-through': ['peer_exchange', 'training'],
  'uneca-payment-gateway-lessons': ['data_tools', 'peer_exchange'],
};

/** The parts of a need that can be covered one by one, as its summary names them, with the editors' English. */
export const lines: Readonly<Record<string, readonly (readonly [words: string, english: string])[]>> = {
  'benin-delivery-and-payment-coaching': [
    ['Tournées partagées entre plusieurs vendeurs', 'Delivery rounds shared among several sellers'],
    ['Accompagnement d’un groupe pilote de producteurs', 'Coaching for a pilot group of producers'],
    ['Paiement numérique des commandes livrées à domicile', 'Digital payment for home orders'],
  ],
};

/** What some of them say beyond the minimum. */
export const more: Readonly<Record<string, Partial<z.input<typeof RequestDraftBody>>>> = {
  'benin-delivery-and-payment-coaching': {
    sdgTargets: ['2.3', '8.3', '9.3'],
    sectors: ['agriculture_food', 'transport_logistics'],
    urgency: 'soon',
    resources: { ownCash: 'to_10k', inKind: [{ text: 'Deux animateurs dans les groupements de producteurs' }] },
    expectedOutcomes: [
      {
        indicator: 'Producteurs qui partagent leurs tournées de livraison',
        unit: 'producteurs',
        baseline: 0,
        target: 20,
      },
    ],
  },
  'belarus-loans-on-customs-records': {
    sdgTargets: ['8.10', '9.3'],
    sectors: ['finance', 'trade_retail'],
    resources: { fundingSought: true, triangularPartnerWanted: true },
  },
};

import { claim, draft, move, type Scene, submit } from './scene.ts';

/** Requests that are not open yet, or never were. */
export const early: Readonly<Record<string, readonly Scene[]>> = {
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
    draft(18),
    submit(15),
    claim(14),
    move(12.5, 'broker', {
      kind: 'request',
      move: 'decline',
      reason: 'incomplete',
      note: ['en', 'Say which bank would explain its part of the method, and the offer can be published the same day.'],
    }),
    move(12, 'lead-broker', { kind: 'request', move: 'agree' }),
  ],
};

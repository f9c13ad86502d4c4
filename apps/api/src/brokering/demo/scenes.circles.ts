import { focal, published, type Scene, say } from './scene.ts';

/** Requests that are answered by more than one other. */
export const circles: Readonly<Record<string, readonly Scene[]>> = {
  'belarus-loans-on-customs-records': [...published(1.3, 'broker-2')],
  'qingdao-programmes-for-young-firms': [...published(1.25, 'broker-2')],
  'brazil-common-customs-rules': [...published(1.2, 'broker-2')],
  'itc-ready-for-funding': [...published(1.35, 'lead-broker')],
  'uneca-payment-gateway-lessons': [
    ...published(24, 'broker-2'),
    {
      day: 22.5,
      by: 'broker-2',
      does: {
        kind: 'suggest',
        with: 'shanghai',
        because: [
          'en',
          'Shanghai’s platforms settle small payments by the million; York University in Canada has followed finance technology along the Belt and Road and could compare the figures.',
        ],
        alongside: [{ with: 'york-university', part: 'triangular_technical' }],
      },
    },
    { day: 20, by: focal('shanghai'), does: { kind: 'match', with: 'shanghai', move: 'sayYes' } },
    { day: 19, by: focal('york-university'), does: { kind: 'match', with: 'shanghai', move: 'sayYes' } },
    { day: 18, does: { kind: 'match', with: 'shanghai', move: 'sayYes' } },
    say(17, focal('uneca'), 'shanghai', [
      'en',
      'Thank you both. The answers of the survey are ready; which figures would you need to compare failed payments?',
    ]),
    say(13, focal('york-university'), 'shanghai', [
      'en',
      'The share of payments that fail, and what a payment costs the seller, for each month of two years. A table is enough.',
    ]),
    say(6, focal('shanghai'), 'shanghai', ['zh', '我们可以提供过去两年的月度数据，下周发给两位。']),
  ],
};

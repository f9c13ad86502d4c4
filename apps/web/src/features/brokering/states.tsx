import type { ExpressionView, MatchCard, PartnershipCard, RequestCard } from '@baraza/contracts/brokering';
import { type Square, State, type Tone } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';

type Look = readonly [Square, Tone?];

/** A square that fills as the thing comes along; crossed where it ended. */
const request: Record<RequestCard['state'], Look> = {
  draft: ['dashed', 'soft'],
  submitted: ['open'],
  in_review: ['open', 'pen'],
  needs_info: ['open', 'due'],
  published: ['dot', 'pen'],
  in_matching: ['half', 'pen'],
  in_partnering: ['half', 'go'],
  closed: ['check', 'go'],
  on_hold: ['dashed', 'due'],
  expired: ['cross', 'soft'],
  declined: ['cross', 'stop'],
  appealed: ['cross', 'due'],
  rejected: ['cross', 'stop'],
  withdrawn: ['cross', 'soft'],
};
const expression: Record<ExpressionView['state'], Look> = {
  draft: ['dashed', 'soft'],
  sent: ['open'],
  seen: ['dot', 'due'],
  in_dialogue: ['half', 'pen'],
  accepted: ['half', 'go'],
  confirmed: ['check', 'go'],
  declined: ['cross', 'stop'],
  withdrawn: ['cross', 'soft'],
  lapsed: ['cross', 'soft'],
};
const match: Record<MatchCard['state'], Look> = {
  referred: ['dashed', 'due'],
  set_aside: ['cross', 'soft'],
  suggested: ['open'],
  introduced: ['half', 'pen'],
  scoping: ['half', 'go'],
  agreed: ['check', 'go'],
  dropped: ['cross', 'soft'],
};
const partnership: Record<PartnershipCard['state'], Look> = {
  scoping: ['half', 'pen'],
  agreed: ['check', 'go'],
  active: ['full', 'go'],
  finalising: ['full', 'pen'],
  suspended: ['dashed', 'due'],
  dormant: ['dashed', 'soft'],
  closed: ['check', 'soft'],
  cancelled: ['cross', 'soft'],
};

const Drawn = ({ look: [square, tone], children }: { look: Look; children: string }) => (
  <State square={square} tone={tone}>
    {children}
  </State>
);

export const RequestStateOf = ({ state }: { state: RequestCard['state'] }) => (
  <Drawn look={request[state]}>{useI18n().t(`brokering.state.request.${state}`)}</Drawn>
);
export const ExpressionStateOf = ({ state }: { state: ExpressionView['state'] }) => (
  <Drawn look={expression[state]}>{useI18n().t(`brokering.state.expression.${state}`)}</Drawn>
);
export const MatchStateOf = ({ state }: { state: MatchCard['state'] }) => (
  <Drawn look={match[state]}>{useI18n().t(`brokering.state.match.${state}`)}</Drawn>
);
export const partnershipStates = Object.keys(partnership);
export const PartnershipStateOf = ({ state }: { state: PartnershipCard['state'] }) => (
  <Drawn look={partnership[state]}>{useI18n().t(`brokering.state.partnership.${state}`)}</Drawn>
);

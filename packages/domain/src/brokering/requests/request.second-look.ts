import { addDays } from '../../kernel/index.ts';
import { isGrave } from '../safeguarding/flag.facts.ts';
import type { BrokeringContext } from '../subject.ts';
import type { RequestFacts } from './request.facts.ts';

/** Publishing takes two brokers where a risk was flagged, or where everybody will read what a newcomer wrote. */
export const needsSecondLook = (
  { safeguard, visibility, organisationId }: RequestFacts,
  now: Date,
  { verifiedSince, terms }: BrokeringContext,
): boolean => {
  const since = verifiedSince(organisationId);
  const isNew = since === null || addDays(since, terms.request.newcomerDays) > now;
  return isGrave(safeguard) || (visibility === 'public' && isNew);
};

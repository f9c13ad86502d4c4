import { type Actor, Refusal } from '../../kernel/index.ts';
import type { LocalizedText } from '../../translation/index.ts';
import { isImpartialBroker, isImpartialLead, isOpenCase, type RequestFacts } from '../requests/index.ts';
import { isBlank } from '../subject.ts';
import { type FlagFacts, type FlagHappening, isLower, type SafeguardLevel } from './flag.facts.ts';

const told = (name: FlagHappening['name'], flag: FlagFacts, was: SafeguardLevel | null): FlagHappening => ({
  name,
  stream: `flag:${flag.requestId}`,
  data: { flagId: flag.id, requestId: flag.requestId, was, level: flag.level },
});

/** Those to whom flags exist at all: brokers without a stake. */
export const maySeeFlags = isImpartialBroker;
export const mayRaiseFlag = (actor: Actor, request: RequestFacts): boolean =>
  request.state !== 'draft' && isOpenCase(request) && isImpartialBroker(actor, request);

const refuseOthers = (actor: Actor, request: RequestFacts): void => {
  if (!maySeeFlags(actor, request)) throw new Refusal('not-permitted', 'brokering.refuse.notPermitted');
  if (!mayRaiseFlag(actor, request)) throw new Refusal('no-such-move', 'brokering.refuse.noSuchMove');
};

export function raiseFlag(
  request: RequestFacts,
  draft: Pick<FlagFacts, 'id' | 'category' | 'note'> & { readonly level: SafeguardLevel },
  actor: Actor,
) {
  refuseOthers(actor, request);
  if (isBlank(draft.note)) throw new Refusal('unmet-condition', 'brokering.refuse.flagNoteMissing', {}, 'note');
  const flag: FlagFacts = { ...draft, requestId: request.id, raisedBy: actor.id ?? 'system' };
  return { flag, happening: told('brokering.flag.raised', flag, null) };
}

/** Higher, lower or cleared, each time with what was found. What was red only a lead broker lowers. */
export function changeFlag(
  request: RequestFacts,
  flag: FlagFacts,
  level: SafeguardLevel | null,
  note: LocalizedText | undefined,
  actor: Actor,
) {
  refuseOthers(actor, request);
  if (flag.level === level) throw new Refusal('already-done', 'brokering.refuse.sameLevel', {}, 'level');
  if (flag.level === 'red' && isLower(level, 'red') && !isImpartialLead(actor, request))
    throw new Refusal('not-permitted', 'brokering.refuse.redIsTheLeads');
  if (isBlank(note)) throw new Refusal('unmet-condition', 'brokering.refuse.flagNoteMissing', {}, 'note');
  const changed: FlagFacts = { ...flag, level };
  return { flag: changed, happening: told('brokering.flag.changed', changed, flag.level) };
}

import { ClarificationsService } from '../../src/brokering/clarifications/clarifications.service.ts';
import { MeetingsService } from '../../src/brokering/meetings/meetings.service.ts';
import { OutcomesService } from '../../src/brokering/outcomes/outcomes.service.ts';
import { RecordsService } from '../../src/brokering/partnerships/records.service.ts';
import type { Asker } from '../../src/platform/asker.ts';
import type { House } from '../harness.ts';
import { type Decade, day, type Person } from './decade.ts';
import type { Does } from './step.ts';

interface Hands {
  readonly asker: (who: Person) => Asker;
  readonly oneOf: (...choices: readonly (readonly [share: number, does: Does])[]) => Does;
  readonly versionOf: (table: string, id: string) => Promise<number>;
  readonly rowOf: <Row>(sql: string, id: string) => Promise<Row>;
}

/** What people do who work together: they ask, meet, plan, give, and sign for each other; by the step that calls for it. */
export function worksOf(house: House, { chance }: Decade, { asker, oneOf, versionOf, rowOf }: Hands) {
  const get = <T>(type: new (...args: never[]) => T): T => house.app.get(type, { strict: false });
  const clarifications = get(ClarificationsService);
  const meetings = get(MeetingsService);
  const outcomes = get(OutcomesService);
  const records = get(RecordsService);

  const later = (days: number) => new Date(house.clock.now().getTime() + days * day).toISOString();
  const dayIn = (days: number) => later(days).slice(0, 10);
  const nothing: Does = async () => undefined;
  const ownOf = ({ actor }: Person): string => actor.actingFor ?? '';
  /** Of the partnership that something hangs on, or of itself. */
  const refOf = async (id: string): Promise<string> =>
    (
      await rowOf<{ ref: string }>(
        'select ref from partnership where id = $1 or id = (select partnership_id from check_in where id = $1)',
        id,
      )
    ).ref;

  const proposal = () => ({
    topic: 'What each of us can bring',
    minutes: 60,
    slots: [1, 2, 3].map((days) => `${dayIn(days)}T13:00`),
    timeZone: 'UTC',
    delegate: 'The head of the market office',
  });
  const meetAbout: Does = (who, matchId) => meetings.proposeForMatch(asker(who), matchId, proposal());
  const meetAgain: Does = async (who, id) => meetings.proposeForPartnership(asker(who), await refOf(id), proposal());
  const takeSlot: Does = async (who, id) => {
    const { version, slots, chosen } = await rowOf<{ version: number; slots: Date[]; chosen: Date | null }>(
      'select version, slots, chosen from meeting where id = $1',
      id,
    );
    const slot = (chosen ?? slots.find((one) => one > house.clock.now()) ?? slots[0])?.toISOString() ?? '';
    return meetings.accept(asker(who), id, { version, slot, delegate: 'Whoever is on duty' });
  };
  const offerOthers: Does = async (who, id) => {
    const { slots, timeZone, delegate } = proposal();
    return meetings.counter(asker(who), id, { version: await versionOf('meeting', id), slots, timeZone, delegate });
  };
  const hold: Does = async (who, id) =>
    meetings.hold(asker(who), id, {
      version: await versionOf('meeting', id),
      attendees: 'Two of the market office',
      note: 'We know what the other has.',
      next: 'Send the plans of the shed',
      nextOwnerId: ownOf(who),
      nextDue: dayIn(30),
    });
  const endMeeting =
    (move: 'noShow' | 'cancel', body: { reason?: string } = {}): Does =>
    async (who, id) =>
      meetings.end(asker(who), id, move, { version: await versionOf('meeting', id), ...body });

  const plan: Does = async (who, id) =>
    records.plan(asker(who), await refOf(id), { title: 'The first stalls', due: dayIn(90), ownerId: ownOf(who) });
  const replan =
    (days: number): Does =>
    (who, id) =>
      records.replan(asker(who), id, { due: dayIn(days) });
  const give: Does = async (who, id) =>
    records.give(asker(who), await refOf(id), { kind: 'expert_days', quantity: 6, unit: 'days', date: dayIn(-1) });
  const claim: Does = async (who, id) =>
    outcomes.claim(asker(who), await refOf(id), {
      indicator: 'Cost of the last mile',
      level: 'outcome',
      unit: 'XOF',
      actual: { value: 790 + chance.below(200), date: dayIn(-2), evidence: 'The log of the couriers' },
    });
  const outcome =
    (move: Parameters<OutcomesService['move']>[2], body: { reason?: string; note?: string } = {}): Does =>
    async (who, id) =>
      outcomes.move(asker(who), id, move, { version: await versionOf('outcome', id), ...body });
  const withdraw: Does = async (who, id) =>
    records.withdraw(asker(who), id, { version: await versionOf('contribution', id), reason: 'not_agreed' });

  const steps: Readonly<Record<string, Does>> = {
    answerClarification: async (who, id) =>
      clarifications.move(asker(who), id, 'answer', {
        version: await versionOf('clarification', id),
        note: 'Forty, on two days of the week.',
      }),
    answerMeeting: oneOf(
      [4, takeSlot],
      [1, offerOthers],
      [1, endMeeting('cancel', { reason: 'timing' })],
      [1, nothing],
    ),
    recordMeeting: oneOf([5, hold], [1, endMeeting('noShow')], [1, nothing]),
    chaseMeeting: oneOf([2, endMeeting('cancel', { reason: 'no_response' })], [1, nothing]),
    reachMilestone: oneOf([3, (who, id) => records.end(asker(who), id, 'reach')], [1, replan(60)], [1, nothing]),
    chaseMilestone: oneOf([1, replan(30)], [1, (who, id) => records.end(asker(who), id, 'drop')]),
    confirmContribution: oneOf([3, (who, id) => records.confirm(asker(who), id)], [1, nothing]),
    chaseContribution: oneOf([2, withdraw], [1, nothing]),
    countersignOutcome: oneOf(
      [4, outcome('countersign')],
      [1, outcome('dispute', { note: 'Our couriers counted more.' })],
      [1, nothing],
    ),
    chaseCountersignature: oneOf([2, outcome('withdraw', { reason: 'not_agreed' })], [1, nothing]),
    settleDispute: oneOf(
      [2, outcome('settle', { note: 'Both had counted another week.' })],
      [1, outcome('withdraw', { reason: 'not_agreed' })],
    ),
    verifyOutcome: oneOf(
      [4, async (who, id) => outcomes.verify(asker(who), id, { version: await versionOf('outcome', id) })],
      [1, outcome('dispute', { note: 'The evidence is of another year.' })],
    ),
  };
  return {
    steps,
    meetAbout,
    plan,
    /** What there is to write down when one is asked how it goes. */
    report: oneOf([2, give], [2, claim], [1, meetAgain], [2, plan], [1, nothing]),
    ask: (who: Person, ref: string) =>
      clarifications.ask(asker(who), ref, { question: 'How many growers is it for?', open: chance.is(0.5) }),
  };
}

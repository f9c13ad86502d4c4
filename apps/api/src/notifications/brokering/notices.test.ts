import { addDays } from '@baraza/domain/kernel';
import type { Reason } from '@baraza/domain/notifications';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  anActive,
  aRequest,
  at,
  type Cast,
  cast,
  express,
  introduced,
  on,
  passDays,
  proposal,
} from '../../../test/brokering.ts';
import { type ApiClient, type House, openHouse } from '../../../test/harness.ts';

let house: House;
let people: Cast;
let zhalantun: string;
let since = '0';
beforeAll(async () => {
  house = await openHouse();
  people = await cast(house);
  zhalantun = await house.organisation('zhalantun');
});
beforeEach(() => house.clock.set('2026-03-16T09:00:00Z'));
afterEach(() => house.deliver());
afterAll(() => house.close());

/** What happens from here on is looked at. */
const mark = async () => {
  await house.deliver();
  const [row] = await house.db<{ seq: string }>('select coalesce(max(seq), 0)::text as seq from domain_event');
  since = row?.seq ?? '0';
};
/** Whom, for this reason, and what it was about. */
const told = async (reason: Reason, kind?: string) => {
  await house.deliver();
  const rows = await house.db<{ name: string; kind: string }>(
    `select m.name, n.subject_kind as kind from notification n join member m on m.id = n.member_id
     where n.reason = $1 and n.event_seq > $2 order by m.name`,
    [reason, since],
  );
  return [...new Set(rows.filter((row) => kind === undefined || row.kind === kind).map(({ name }) => name))];
};
const mailsTo = (name: string, reason: Reason) =>
  house.db<{ subject: string; text: string }>(
    `select l.subject, l.body_text as text from mail l join notification n on l.dedupe_key = 'notification:' || n.id
     join member m on m.id = n.member_id where m.name = $1 and n.reason = $2 and n.event_seq > $3`,
    [name, reason, since],
  );
const requestOf = (ref: string) => people.focal.brokering.request({ params: { ref } });
const suggest = (request: { ref: string; version: number }) =>
  people.broker.brokering.suggestPartner(on(request, { organisationId: zhalantun, because: 'They have done it.' }));
const benin = ['bola', 'codjo'];
const zhaLanTun = ['chen', 'dai'];

const sharedRounds = {
  indicator: 'Shared rounds',
  level: 'output',
  unit: 'rounds',
  baseline: { value: 0, date: '2026-01-01', source: 'Register' },
  target: 10,
  actual: { value: 4, date: '2026-03-01', evidence: 'Register' },
} as const;

describe('a suggested pair', () => {
  it('is put to each side as a suggestion, at once, whatever they want to hear of new requests', async () => {
    const request = await aRequest(people);
    await people.otherDelegate.notifications.savePreferences({
      body: { mail: 'at_once', quiet: ['brokering.matching'] },
    });
    await mark();
    await suggest(request);
    expect(await told('brokering.suggested', 'match')).toEqual([...benin, ...zhaLanTun].sort());
    expect(await told('brokering.matching')).toEqual([]);
    const [mail] = await mailsTo('chen', 'brokering.suggested');
    expect(mail?.subject).toMatch(/^A partner is suggested to you: /);
  });

  it('that is refused tells nobody', async () => {
    const kenya = await house.organisation('kenya');
    const request = await aRequest(people);
    const match = await people.broker.brokering.suggestPartner(
      on(request, { organisationId: kenya, because: 'They have done it.' }),
    );
    await people.focal.brokering.sayYesMatch(at(await people.focal.brokering.match({ params: { id: match.id } })));
    await mark();
    const asked = await people.rival.brokering.match({ params: { id: match.id } });
    await people.rival.brokering.sayNoMatch(at(asked));
    await house.deliver();
    expect(await house.db('select 1 from notification where event_seq > $1', [since])).toEqual([]);
  });
});

describe('the desk', () => {
  it('tells the requester who has the case and by when, once', async () => {
    const submitted = await aRequest(people, 'submitted');
    await mark();
    house.clock.set('2026-03-16T10:00:00Z');
    const claimed = await people.broker.brokering.claimRequest(on(submitted));
    expect(await told('brokering.claimed')).toEqual(benin);
    const [mail] = await mailsTo('codjo', 'brokering.claimed');
    expect(mail?.text).toMatch(/uma · Publish, ask or decline · by .*March.*2026/);
    const { items } = await people.focal.notifications.inbox({ query: { view: 'all', limit: 5 } });
    expect(items[0]).toMatchObject({
      reason: 'brokering.claimed',
      step: { by: 'uma', what: 'brokering.step.decideRequest', dueAt: claimed.nextStep?.dueAt },
    });
    await mark();
    house.clock.pass(1);
    await people.broker.brokering.claimRequest(on(await requestOf(submitted.ref)));
    expect(await told('brokering.claimed')).toEqual([]);
  });

  it('says so a second time when it declines what an appeal had given another look', async () => {
    const judge = await house.as({ slug: 'jana', roles: ['broker', 'lead_broker'] });
    const { broker, lead, focal } = people;
    const no = { reason: 'incomplete', note: 'Combien ?' };
    const proposed = await broker.brokering.declineRequest(on(await aRequest(people, 'in_review'), no));
    const declined = await lead.brokering.agreeRequest(on(proposed));
    expect(await told('brokering.declined')).toEqual(benin);
    const appealed = await focal.brokering.appealRequest(on(declined, { note: 'Douze.' }));
    house.clock.pass(1);
    const granted = await judge.brokering.grantRequest(on(appealed));
    await mark();
    await lead.brokering.agreeRequest(on(await judge.brokering.declineRequest(on(granted, no))));
    expect(await told('brokering.declined')).toEqual(benin);
    await house.db(`delete from member_role r using member m where m.id = r.member_id and m.name = 'jana'`);
  });

  it('is asked why a request found nobody, and its owner hears that it has expired and can be opened again', async () => {
    const request = await aRequest(people);
    await people.broker.brokering.enoughRequest(on(request, { note: 'Nobody else has such markets.' }));
    await mark();
    const expiresAt = new Date(request.expiresAt as string);
    house.clock.set(addDays(expiresAt, -10));
    // Before that it was asked for, in words that say so.
    expect(await told('brokering.renewalDue')).toEqual(benin);
    house.clock.set(expiresAt);
    await house.deliver();
    expect((await requestOf(request.ref)).state).toBe('expired');
    expect(await told('brokering.expired')).toEqual(benin);
    expect(await told('brokering.reasonWanted')).toEqual(['uma']);
    const [mail] = await mailsTo('codjo', 'brokering.expired');
    expect(mail?.text).toMatch(/Open the request again or let it close · by/);
  });
});

describe('a request that ends', () => {
  let egypt: ApiClient;
  let port: ApiClient;
  let ningbo: string;
  beforeAll(async () => {
    ningbo = await house.organisation('ningbo', { country: 'CN' });
    egypt = await house.as({ slug: 'ezz', at: { cairo: 'focal_point' } });
    port = await house.as({ slug: 'nina', at: { ningbo: 'focal_point' } });
  });
  const threadOf = async () => {
    const [cluster] = await house.db<{ id: string }>(
      `insert into cluster (slug, kind, names, description) values ('markets', 'forum', '{"en": "Markets"}', '{"sourceLocale": "en", "sourceText": "", "sourceHash": "", "variants": []}') returning id`,
    );
    const asking = await house.as({ slug: 'tess', clusters: [cluster?.id ?? ''] });
    return asking.forums.start({
      params: { slug: 'markets' },
      body: { type: 'question', title: 'Who shares couriers?', text: 'We would like to.', locale: 'en' },
    });
  };
  /** A partnership under way, a further pair being asked, an answer, two questions, and the thread it began in. */
  const aBusy = async (origin: string) => {
    const request = await aRequest(people, 'published', { from: origin });
    const match = await introduced(people, request);
    const proposed = await people.delegate.brokering.proposePartnership(proposal(match));
    const once = await people.focal.brokering.acceptPartnership(on(proposed, { name: 'Codjo' }));
    await people.otherFocal.brokering.acceptPartnership(on(once, { name: '戴' }));
    await egypt.brokering.draftExpression({ params: { ref: request.ref }, body: { message: 'Yes', send: true } });
    await people.broker.brokering.suggestPartner(
      on(await requestOf(request.ref), { organisationId: ningbo, because: 'They have done it.' }),
    );
    const asked = await people.rival.brokering.askClarification({
      params: { ref: request.ref },
      body: { question: 'Which market?', open: false, language: 'en' },
    });
    await people.delegate.brokering.answerClarification(at(asked, { note: 'Dantokpa.', language: 'fr' }));
    await port.brokering.askClarification({
      params: { ref: request.ref },
      body: { question: 'How many stalls?', open: false, language: 'en' },
    });
    return request;
  };

  it('is told to all who waited on it, to those who work on it, and when closed to its lineage', async () => {
    const thread = await threadOf();
    const closing = await aBusy(`thread:${thread.no}`);
    await mark();
    const now = await requestOf(closing.ref);
    await people.focal.brokering.closeRequest(on(now, { reason: 'met_elsewhere' }));
    expect(await told('brokering.ended', 'request')).toEqual(['bola']);
    expect(await told('brokering.ended', 'expression')).toEqual(['ezz']);
    expect(await told('brokering.ended', 'match')).toEqual(['nina']);
    expect(await told('brokering.ended', 'clarification')).toEqual(['nina']);
    expect(await told('brokering.requestEnded', 'partnership')).toEqual(zhaLanTun);
    expect(await told('brokering.followedEnded', 'request')).toEqual(['kamau', 'tess']);
    expect(await told('brokering.lapsed')).toEqual([]);

    const leaving = await aBusy(`thread:${thread.no}`);
    await mark();
    await people.focal.brokering.withdrawRequest(on(await requestOf(leaving.ref)));
    expect(await told('brokering.ended', 'expression')).toEqual(['ezz']);
    expect(await told('brokering.ended', 'match')).toEqual(['nina']);
    expect(await told('brokering.requestEnded', 'partnership')).toEqual(zhaLanTun);
    // Whoever asked is told, and not led to a page that is not there.
    expect(await told('brokering.ended', 'clarification')).toEqual(['nina']);
    const { items } = await port.notifications.inbox({ query: { view: 'unread', limit: 50 } });
    const led = items.filter(({ kind }) => kind === 'clarification').map(({ href }) => href);
    expect(led).toEqual(expect.arrayContaining(['/inbox', `/requests/${closing.ref}#questions`]));
    // What is withdrawn is gone for everybody else (I9).
    expect(await told('brokering.followedEnded')).toEqual([]);
  });

  it('or stands still is told to those who wait, and so is that it goes on', async () => {
    const request = await aRequest(people);
    await express(people.otherDelegate, request);
    await mark();
    const held = await people.broker.brokering.holdRequest(
      on(await requestOf(request.ref), { reason: 'no_funding', until: '2026-05-15' }),
    );
    expect(await told('brokering.onHold')).toEqual([...benin, ...zhaLanTun].sort());
    await mark();
    house.clock.pass(2);
    await people.delegate.brokering.resumeRequest(on(held));
    expect(await told('brokering.goesOn')).toEqual(zhaLanTun);
  });
});

describe('those who talk', () => {
  it('are told of the other side’s question, answer and messages: a conversation is one notice, and its words stay in it', async () => {
    const request = await aRequest(people);
    const sent = await express(people.otherDelegate, request);
    await mark();
    await people.delegate.brokering.discussExpression(at(sent, { note: 'Combien secret-price ?' }));
    expect(await told('brokering.messageWritten', 'expression')).toEqual(zhaLanTun);
    await mark();
    await people.otherDelegate.brokering.replyExpression({ params: { id: sent.id }, body: { text: 'secret-price' } });
    await people.otherDelegate.brokering.replyExpression({ params: { id: sent.id }, body: { text: 'and more' } });
    expect(await told('brokering.messageWritten', 'expression')).toEqual(benin);
    const [mail, ...further] = await mailsTo('bola', 'brokering.messageWritten');
    expect(mail?.subject).toMatch(/^You have a message: /);
    expect(mail?.text).not.toContain('secret-price');
    expect(further).toEqual([]);
  });

  it('are told in their private room, and that the other side does not go on', async () => {
    const match = await introduced(people, await aRequest(people));
    await mark();
    const params = { id: match.id };
    await people.delegate.brokering.writeMessage({ params, body: { text: 'Bonjour !' } });
    await people.delegate.brokering.writeMessage({ params, body: { text: 'Mardi ?' } });
    expect(await told('brokering.messageWritten', 'match')).toEqual(zhaLanTun);
    expect(await mailsTo('dai', 'brokering.messageWritten')).toHaveLength(1);
    await mark();
    await people.focal.brokering.dropMatch(
      at(await people.focal.brokering.match({ params }), { reason: 'timing', note: 'secret-reason' }),
    );
    expect(await told('brokering.dropped', 'match')).toEqual(zhaLanTun);
    expect((await mailsTo('dai', 'brokering.dropped'))[0]?.text).not.toContain('secret-reason');
  });

  it('are told that an answer was taken back, unless it was never sent', async () => {
    const request = await aRequest(people);
    const sent = await express(people.otherDelegate, request);
    const draft = await people.rival.brokering.draftExpression({
      params: { ref: request.ref },
      body: { message: 'Yes' },
    });
    await mark();
    await people.rival.brokering.withdrawExpression(at(draft));
    expect(await told('brokering.expressionWithdrawn')).toEqual([]);
    await people.otherDelegate.brokering.withdrawExpression(at(sent));
    expect(await told('brokering.expressionWithdrawn', 'expression')).toEqual(benin);
  });

  it('hear that nobody answered their question, in words that do not say that anything ended', async () => {
    const request = await aRequest(people);
    await people.rival.brokering.askClarification({
      params: { ref: request.ref },
      body: { question: 'Which market?', open: true, language: 'en' },
    });
    await mark();
    for (let week = 0; week < 5; week += 1) {
      await passDays(house, 7);
      await house.deliver();
    }
    expect(await told('brokering.lapsed', 'clarification')).toEqual(['kamau']);
    expect((await mailsTo('kamau', 'brokering.lapsed'))[0]?.subject).toMatch(/^No answer came in time: /);
  });
});

describe('a partnership', () => {
  it('tells who has signed and that it began in the daily mail, and asks the owner at once what remains open', async () => {
    const match = await introduced(people, await aRequest(people));
    const proposed = await people.delegate.brokering.proposePartnership(proposal(match));
    await mark();
    const once = await people.focal.brokering.acceptPartnership(on(proposed, { name: 'Codjo' }));
    expect(await told('brokering.partnershipAccepted')).toEqual(zhaLanTun);
    expect(await mailsTo('dai', 'brokering.partnershipAccepted')).toEqual([]);
    await mark();
    const agreed = await people.otherFocal.brokering.acceptPartnership(on(once, { name: '戴' }));
    expect(await told('brokering.partnershipAgreed')).toEqual(['bola', 'chen', 'codjo']);
    expect(await told('brokering.partnerFound', 'request')).toEqual(benin);
    expect((await mailsTo('codjo', 'brokering.partnerFound'))[0]?.text).toMatch(
      /Decide whether the remaining lines stay open · by/,
    );
    await mark();
    await people.delegate.brokering.startPartnership(on(agreed));
    expect(await told('brokering.partnershipStarted')).toEqual(['chen', 'codjo', 'dai']);
    expect(await told('brokering.partnershipChanged')).toEqual([]);
  });

  it('asks the other party to confirm what was contributed, and tells both what was verified', async () => {
    const { ref } = await anActive(people);
    await mark();
    await people.otherDelegate.brokering.giveContribution({
      params: { ref },
      body: { kind: 'expert_days', quantity: 6, unit: 'days', date: '2026-03-10' },
    });
    expect(await told('brokering.contributionToConfirm', 'partnership')).toEqual(benin);
    const officer = await house.as({ slug: 'mel', roles: ['me_officer'] });
    const claimed = await people.delegate.brokering.claimOutcome({
      params: { ref },
      body: sharedRounds,
    });
    const signed = await people.otherDelegate.brokering.countersignOutcome(at(claimed));
    await mark();
    await officer.brokering.verifyOutcome(at(signed));
    expect(await told('brokering.outcomeSettled')).toEqual([...benin, ...zhaLanTun].sort());
  });
});

describe('on the page of one partnership', () => {
  const meeting = {
    topic: 'Tournées',
    minutes: 60,
    slots: ['2026-03-25T13:00', '2026-03-26T13:00', '2026-03-27T13:00'],
    timeZone: 'UTC',
    delegate: 'Bola',
  };

  it('a word about one meeting stands for no other word about it, within the hour or not', async () => {
    const { ref } = await anActive(people);
    const proposed = await people.delegate.brokering.meetForPartnership({ params: { ref }, body: meeting });
    await mark();
    const slot = proposed.slots[0] as string;
    const fixed = await people.otherDelegate.brokering.acceptMeeting(at(proposed, { slot, delegate: '陈' }));
    expect(await told('brokering.meetingChanged')).toEqual([...benin, 'dai']);
    await mark();
    await people.delegate.brokering.cancelMeeting(at(fixed, { reason: 'timing' }));
    expect(await told('brokering.meetingChanged')).toEqual(['chen', 'codjo', 'dai']);
  });

  it('slots that are offered back and forth on one day are each put to the other side', async () => {
    const { ref } = await anActive(people);
    let offered = await people.delegate.brokering.meetForPartnership({ params: { ref }, body: meeting });
    const { slots, timeZone } = meeting;
    for (const [who, delegate, others] of [
      [people.otherDelegate, '陈', benin],
      [people.delegate, 'Bola', zhaLanTun],
      [people.otherDelegate, '陈', benin],
    ] as const) {
      house.clock.set(new Date(house.clock.now().getTime() + 3_600_000));
      await mark();
      offered = await who.brokering.counterMeeting(at(offered, { slots, timeZone, delegate }));
      expect(await told('brokering.meetingProposed')).toEqual(others);
    }
  });

  it('a check-in reminds every party that is silent, and is the broker’s when one of them asked for the desk', async () => {
    const { ref } = await anActive(people);
    await passDays(house, 31);
    await mark();
    await passDays(house, 8);
    expect(await told('brokering.reminder', 'partnership')).toEqual([...benin, ...zhaLanTun].sort());
    const owed = async (who: ApiClient) =>
      (await who.brokering.mine()).owed.flatMap(({ step, request }) =>
        step.what.endsWith('checkIn') ? [request] : [],
      );
    const { checkIns } = await people.delegate.brokering.partnership({ params: { ref } });
    const params = { id: checkIns[0]?.id as string };
    const before = [await owed(people.delegate), await owed(people.otherDelegate)].map((list) => list.length);
    await people.otherDelegate.brokering.answerCheckIn({ params, body: { going: 'no', deskWanted: true } });
    const after = [await owed(people.delegate), await owed(people.otherDelegate)].map((list) => list.length);
    expect(after).toEqual([before[0], (before[1] as number) - 1]);
    await people.delegate.brokering.answerCheckIn({ params, body: { going: 'yes' } });
    const [open] = (await people.broker.brokering.partnership({ params: { ref } })).checkIns;
    expect(open).toMatchObject({ state: 'open', nextStep: { what: 'brokering.step.getInTouch', who: 'you' } });
    expect(open?.moves.map(({ move }) => move)).toEqual(['settle']);
  });
});

describe('who may not act on a case', () => {
  it('hears nothing of it at the desk: no broker of the city it is made for, but one who has left its owner (I11)', async () => {
    await house.as({ slug: 'zoe', roles: ['broker', 'lead_broker'], at: { zhalantun: 'staff' } });
    const pia = await house.member({ slug: 'pia', roles: ['broker'], at: { benin: 'staff' } });
    await house.db(`update affiliation set valid_until = '2026-01-01' where member_id = $1`, [pia]);
    const offer = { kind: 'offer' as const, addressedTo: zhalantun, visibility: 'brokers_only' as const };
    await mark();
    const { ref } = await aRequest(people, 'submitted', offer);
    expect(await told('brokering.reviewNeeded', 'request')).toEqual(['lena', 'pia', 'uma', 'vera']);
    await passDays(house, 4);
    for (const reason of ['brokering.reminder', 'brokering.late'] as const) {
      const heard = await told(reason, 'request');
      expect(heard).toContain('pia');
      expect(heard).not.toContain('zoe');
    }
    const claimed = await people.broker.brokering.claimRequest(on(await requestOf(ref)));
    await mark();
    await people.broker.brokering.declineRequest(on(claimed, { reason: 'incomplete', note: 'Combien ?' }));
    expect(await told('brokering.reviewNeeded', 'request')).toEqual(['lena']);
  });

  it('is not pressed to verify an outcome: no officer of a party, but one of a city that only answered (I11)', async () => {
    const { ref, request } = await anActive(people);
    await express(people.rival, { ref: request?.ref as string });
    await house.as({ slug: 'zara', roles: ['me_officer'], at: { zhalantun: 'staff' } });
    await house.as({ slug: 'kofi', roles: ['me_officer'], at: { kenya: 'staff' } });
    const claimed = await people.delegate.brokering.claimOutcome({
      params: { ref },
      body: sharedRounds,
    });
    await people.otherDelegate.brokering.countersignOutcome(at(claimed));
    await mark();
    await passDays(house, 60);
    const pressed = await told('brokering.late', 'partnership');
    expect(pressed).toContain('kofi');
    expect(pressed).not.toContain('zara');
  });
});

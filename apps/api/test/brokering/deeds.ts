import { RequestDraftBody } from '@baraza/contracts/brokering';
import { Refusal } from '@baraza/domain/kernel';
import { CaseFileService } from '../../src/brokering/case/case-file.service.ts';
import { CheckInsService } from '../../src/brokering/check-ins/check-ins.service.ts';
import { ExpressionsService } from '../../src/brokering/expressions/expressions.service.ts';
import { versionSql } from '../../src/brokering/matches/match.version.ts';
import { MatchesService } from '../../src/brokering/matches/matches.service.ts';
import { SuggestionsService } from '../../src/brokering/matches/suggestions.service.ts';
import { PartnershipsService } from '../../src/brokering/partnerships/partnerships.service.ts';
import { RequestsService } from '../../src/brokering/requests/requests.service.ts';
import { asActor } from '../../src/platform/asker.ts';
import { ProblemError } from '../../src/platform/http/problem-error.ts';
import { content } from '../brokering.ts';
import type { House } from '../harness.ts';
import { type City, type Decade, day, isSilent, type Person } from './decade.ts';
import type { Does, Step } from './step.ts';
import { worksOf } from './works.ts';

/** What people do about what they owe, through the services that serve everybody. */
export function deedsOf(house: House, decade: Decade) {
  const { chance, cities, leads, brokers, officer, cityOf } = decade;
  const get = <T>(type: new (...args: never[]) => T): T => house.app.get(type, { strict: false });
  const requests = get(RequestsService);
  const expressions = get(ExpressionsService);
  const matches = get(MatchesService);
  const suggestions = get(SuggestionsService);
  const partnerships = get(PartnershipsService);
  const checkIns = get(CheckInsService);
  const files = get(CaseFileService);
  const asker = ({ actor }: Person) => asActor(actor, house.clock.now());
  const soon = () => new Date(house.clock.now().getTime() + (30 + chance.below(80)) * day).toISOString().slice(0, 10);

  const rowOf = async <Row>(sql: string, id: string): Promise<Row> => {
    const [row] = await house.db<Row>(sql, [id]);
    if (!row) throw new Error(`nothing is ${id}`);
    return row;
  };
  const requestOf = (id: string) =>
    rowOf<{ ref: string; version: number; organisationId: string }>(
      'select ref, version, organisation_id as "organisationId" from request where id = $1',
      id,
    );
  const versionOf = async (table: string, id: string) =>
    (await rowOf<{ version: number }>(`select version from ${table} where id = $1`, id)).version;
  const versionOfMatch = async ({ actor }: Person, id: string): Promise<number> => {
    const own = actor.affiliations.map(({ organisationId }) => organisationId);
    const sql = `select ${versionSql('m', '$2::uuid[]')} as version from match m where m.id = $1`;
    return (await house.db<{ version: number }>(sql, [id, own]))[0]?.version ?? 0;
  };

  const request =
    (
      ...[move, body]: [Parameters<RequestsService['move']>[2], { reason?: string; note?: string; until?: string }?]
    ): Does =>
    async (who, _id, { requestId }) => {
      const { ref, version } = await requestOf(requestId);
      return requests.move(asker(who), ref, move, { version, ...body });
    };
  const claim: Does = async (who, _id, { requestId }) => {
    const { ref, version } = await requestOf(requestId);
    return requests.claim(asker(who), ref, { version });
  };
  const expression =
    (move: Parameters<ExpressionsService['move']>[2], body: { reason?: string; note?: string } = {}): Does =>
    async (who, id) =>
      expressions.move(asker(who), id, move, { version: await versionOf('expression', id), ...body });
  const match =
    (move: Parameters<MatchesService['move']>[2], body: { reason?: string } = {}): Does =>
    async (who, id) =>
      matches.move(asker(who), id, move, { version: await versionOfMatch(who, id), ...body });
  const partnership =
    (move: Parameters<PartnershipsService['move']>[2], body: { reason?: string; until?: string } = {}): Does =>
    async (who, id) => {
      const { ref, version } = await rowOf<{ ref: string; version: number }>(
        'select ref, version from partnership where id = $1',
        id,
      );
      return partnerships.move(asker(who), ref, move, { version, ...body });
    };
  const nothing: Does = async () => undefined;
  const oneOf =
    (...choices: readonly (readonly [share: number, does: Does])[]): Does =>
    (...args) => {
      let left = chance.next() * choices.reduce((sum, [share]) => sum + share, 0);
      for (const [share, does] of choices) {
        left -= share;
        if (left < 0) return does(...args);
      }
      return nothing(...args);
    };
  const works = worksOf(house, decade, { asker, oneOf, versionOf, rowOf });
  const suggest: Does = async (who, _id, { requestId }) => {
    const { ref, version, organisationId } = await requestOf(requestId);
    const others = cities.filter(({ id }) => id !== organisationId);
    const other = chance.pick(others);
    const funder = chance.pick(others.filter((city) => city !== other));
    return suggestions.suggest(asker(who), ref, {
      version,
      organisationId: other.id,
      because: 'They have done it.',
      listed: false,
      alongside: chance.is(0.25) ? [{ organisationId: funder.id, part: 'triangular_funder' as const }] : [],
    });
  };
  /** Five in one go, as the matcher's list offers them. */
  const suggestFive: Does = async (who, _id, { requestId }) => {
    const { ref, version, organisationId } = await requestOf(requestId);
    const others = cities.filter(({ id }) => id !== organisationId);
    const first = Math.floor(chance.next() * others.length);
    const organisationIds = [0, 1, 2, 3, 4].map((i) => others[(first + i) % others.length]?.id ?? '');
    return suggestions.suggestListed(asker(who), ref, { version, organisationIds, because: 'They have done it.' });
  };
  const propose: Does = async (who, id) => {
    const parties = await house.db<{ organisationId: string }>(
      'select organisation_id as "organisationId" from match_party where match_id = $1 order by position',
      [id],
    );
    return partnerships.propose(asker(who), id, {
      version: await versionOfMatch(who, id),
      title: 'Together',
      plan: 'Two markets, one courier.',
      parties: parties.map((party, i) => ({
        ...party,
        role: i === 0 ? ('requester' as const) : ('provider' as const),
      })),
      informal: false,
      confidential: false,
      rhythm: chance.pick(['standard', 'pairing_18', 'transfer_3_12_18_24'] as const),
    });
  };
  const sign: Does = async (who, id) => {
    const { ref, version } = await rowOf<{ ref: string; version: number }>(
      'select ref, version from partnership where id = $1',
      id,
    );
    return partnerships.sign(asker(who), ref, { version, name: who.name });
  };
  const handOver = async (who: Person, { requestId }: Step) => {
    const { ref, version } = await requestOf(requestId);
    const able = [...brokers, ...leads].filter((one) => !isSilent(one, house.clock.now()));
    return files.handOver(asker(who), ref, { version, to: chance.pick(able).actor.id as string });
  };

  const settle: Does = async (who, id) =>
    checkIns.settle(asker(who), id, { version: await versionOf('check_in', id), note: 'They are well.' });

  const does: Readonly<Record<string, Does>> = {
    ...works.steps,
    decideReferral: oneOf(
      [2, async (who, id) => suggestions.send(asker(who), id, { version: await versionOfMatch(who, id) })],
      [1, match('setAside', { reason: 'no_fit' })],
    ),
    finishRequest: oneOf([6, request('submit')], [2, request('withdraw')], [2, nothing]),
    approveRequest: oneOf([8, request('approve')], [1, request('withdraw')]),
    claimRequest: claim,
    readAnswer: claim,
    decideRequest: oneOf(
      [7, request('publish')],
      [2, request('ask', { note: 'How many?' })],
      [1, request('decline', { reason: 'incomplete', note: 'Say more.' })],
      [1, nothing],
    ),
    lookAgain: request('agree'),
    agreeDecline: oneOf([2, request('agree')], [1, request('sendBack')]),
    answerBroker: request('answer', { note: 'Twelve.' }),
    appealOrAccept: oneOf([1, request('appeal', { note: 'Read it again.' })], [1, nothing]),
    decideAppeal: oneOf([1, request('uphold')], [1, request('grant')]),
    suggestPartners: oneOf(
      [3, suggestFive],
      [1, suggest],
      [
        3,
        async (...args) => {
          await suggest(...args);
          return request('enough', { note: 'Nobody else runs such a service.' })(...args);
        },
      ],
    ),
    confirmRequest: oneOf(
      [4, request('confirm')],
      [2, (...args) => request('hold', { reason: 'timing', until: soon() })(...args)],
      [3, request('close', { reason: 'met_elsewhere' })],
      [3, nothing],
    ),
    reactivateRequest: oneOf([3, request('reactivate')], [4, nothing]),
    resumeRequest: oneOf([1, request('resume')], [2, nothing]),
    followMatch: oneOf(
      [2, request('carryOn', { note: 'They meet next week.' })],
      [3, request('close', { reason: 'met_elsewhere' })],
    ),
    continueOrClose: oneOf(
      [1, request('carryOn', { note: 'They have written to each other.' })],
      [2, request('close', { reason: 'met_elsewhere' })],
    ),
    settleRemaining: request('close', { reason: 'partly_partnered' }),
    finishExpression: oneOf([3, expression('send')], [1, nothing]),
    answerExpression: oneOf(
      [5, expression('accept')],
      [3, expression('decline', { reason: 'timing', note: 'Next year.' })],
      [2, expression('discuss', { note: 'How many of you?' })],
    ),
    confirmExpression: oneOf([4, expression('confirm')], [1, expression('withdraw')]),
    answerSuggestion: oneOf([5, match('sayYes')], [2, match('sayNo')], [2, match('notNow', { reason: 'months_3' })]),
    meet: oneOf(
      [2, propose],
      [2, works.meetAbout],
      [1, match('drop', { reason: 'no_fit' })],
      [1, async (who, id) => matches.write(asker(who), id, { text: 'Still here.' })],
    ),
    awaitSignatures: nothing,
    proposePartnership: oneOf([2, propose], [1, match('drop', { reason: 'timing' })]),
    reviveMatch: match('drop', { reason: 'no_response' }),
    dropOrExplain: match('drop', { reason: 'no_capacity' }),
    acceptPartnership: sign,
    helpAgree: partnership('cancel', { reason: 'no_response' }),
    startPartnership: async (...args) => {
      await partnership('start')(...args);
      await works.plan(...args);
    },
    helpStart: partnership('cancel', { reason: 'no_response' }),
    workUntilCheckIn: oneOf(
      [1, partnership('finalise')],
      [1, partnership('suspend', { reason: 'election' })],
      [8, nothing],
    ),
    resumePartnership: oneOf([1, partnership('resume')], [1, nothing]),
    closePartnership: partnership('close', { reason: 'completed' }),
    helpClose: partnership('close', { reason: 'silent' }),
    checkIn: async (who, id, step) => {
      await works.report(who, id, step);
      await checkIns.answer(asker(who), id, { going: 'yes', deskWanted: chance.is(0.15) });
    },
    wakePartnership: oneOf([1, partnership('close', { reason: 'silent' })], [1, nothing]),
    askForCheckIn: settle,
    getInTouch: settle,
  };

  /** Whoever would take the step; nobody when all who could have fallen silent. */
  const whoTakes = ({ responsibleKind, responsibleId, what }: Step, at: Date): Person | undefined => {
    const city = cityOf.get(responsibleId);
    if (city) return chance.is(0.5) || /approve|appeal|accept|close/i.test(what) ? city.focal : city.delegate;
    if (responsibleId === 'me_officer') return officer;
    if (responsibleKind === 'role') {
      const able = (responsibleId === 'lead_broker' ? leads : [...brokers, ...leads]).filter(
        (one) => !isSilent(one, at),
      );
      return chance.pick(able);
    }
    return decade.personOf.get(responsibleId);
  };

  /** False when it came too late or was not theirs to do: they are told so, and nothing happened. */
  const tried = async (deed: () => Promise<unknown>): Promise<boolean> => {
    try {
      await deed();
      return true;
    } catch (error) {
      if (error instanceof Refusal || error instanceof ProblemError) return false;
      throw error;
    }
  };

  return {
    whoTakes,
    handOver: (who: Person, step: Step) => tried(() => handOver(who, step)),
    act(who: Person, step: Step): Promise<boolean> {
      const deed = does[step.what.slice('brokering.step.'.length)] ?? nothing;
      return tried(() => deed(who, step.subject.slice(step.subject.indexOf(':') + 1), step));
    },
    draft: async (city: City): Promise<string> => {
      const body = RequestDraftBody.parse({ ...content, submit: chance.is(0.9) });
      const writer = chance.is(0.8) ? city.focal : city.delegate;
      return (await requests.draft(asker(writer), body)).id;
    },
    /** The id of the request, when the expression was taken. */
    express: async (city: City, requestId: string): Promise<boolean> => {
      const { ref } = await requestOf(requestId);
      const send = chance.is(0.9);
      const body = { message: 'We have done this.', languages: [], covers: [], send };
      return tried(() => expressions.draft(asker(city.delegate), ref, body));
    },
    ask: async (city: City, requestId: string): Promise<boolean> => {
      const { ref } = await requestOf(requestId);
      return tried(() => works.ask(city.delegate, ref));
    },
    /** A member knows of somebody who could help. */
    refer: async (city: City, requestId: string): Promise<boolean> => {
      const { ref, organisationId } = await requestOf(requestId);
      const other = chance.pick(cities.filter(({ id }) => id !== organisationId && id !== city.id));
      const hint = { organisationId: other.id, because: 'They have such a shed.' };
      return tried(() => suggestions.refer(asker(city.delegate), ref, hint));
    },
  };
}

import type { MatchView, RequestView } from '@baraza/contracts/brokering';
import { written } from '@baraza/domain/translation';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { aRequest, at, type Cast, cast, express, on, proposal } from '../../test/brokering.ts';
import { type House, openHouse } from '../../test/harness.ts';
import { demoId } from '../demo/ids.ts';
import { Organisations } from './case/organisations.queries.ts';

const atOnce = 6;
const patience = 20_000;

describe('many writes at once', () => {
  let house: House;
  let people: Cast;
  let release = async (): Promise<void> => undefined;
  /** All connections of the pool are taken but one. */
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
    await house.db(`insert into source (id, title, publisher, language) values ('paper', 'Paper', 'UN', 'en')`);
    await house.db(
      `insert into organisation_fact (organisation_id, kind, position, tags, text, source_id) values ($1, 'strength', 1, '{logistics}', $2, 'paper')`,
      [demoId('organisation', 'kenya'), JSON.stringify(written('en', 'Shared delivery of fresh produce in villages'))],
    );
    const dataSource = house.app.get(DataSource);
    const most = dataSource.options.poolSize ?? 0;
    expect(most).toBeGreaterThan(1);
    const others = Array.from({ length: most - 1 }, () => dataSource.createQueryRunner());
    await Promise.all(others.map((runner) => runner.connect()));
    release = async () => void (await Promise.all(others.map((runner) => runner.release())));
  });
  afterAll(async () => {
    await release();
    await house.close();
  });

  /** As often at once, with nothing remembered that would spare a question; fails where they wait for one another. */
  const each = async <T, R>(of: readonly T[], write: (one: T) => Promise<R>): Promise<R[]> => {
    house.app.get(Organisations).forgetAll();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`not done within ${patience} ms: ${write}`)), patience);
    });
    try {
      return await Promise.race([Promise.all(of.map(write)), late]);
    } finally {
      clearTimeout(timer);
    }
  };
  const six = Array.from({ length: atOnce }, (_, i) => i);
  const seen = ({ ref }: RequestView) => people.focal.brokering.request({ params: { ref } });

  it(
    'ask for no second connection while they hold one: they are done although one alone is left',
    async () => {
      const { broker, delegate, focal, otherDelegate, otherFocal, rival } = people;
      const drafts = await each(six, () => aRequest(people, 'submitted'));
      const claimed = await each(drafts, (one) => broker.brokering.claimRequest(on(one)));
      const open = await each(claimed, (one) => broker.brokering.publishRequest(on(one)));
      await each(open, (one) =>
        rival.brokering.askClarification({ params: { ref: one.ref }, body: { question: 'When?' } }),
      );
      const sent = await each(open, (one) => express(otherDelegate, one));
      const accepted = await each(sent, (one) => delegate.brokering.acceptExpression(at(one)));
      const confirmed = await each(accepted, (one) => otherDelegate.brokering.confirmExpression(at(one)));
      const matches = await each(confirmed, ({ matchId }) =>
        delegate.brokering.match({ params: { id: matchId ?? '' } }),
      );
      const proposed = await each(matches, (one: MatchView) => delegate.brokering.proposePartnership(proposal(one)));
      const once = await each(proposed, (one) => focal.brokering.acceptPartnership(on(one, { name: 'Codjo' })));
      const agreed = await each(once, (one) => otherFocal.brokering.acceptPartnership(on(one, { name: '戴' })));
      expect(agreed.map(({ state }) => state)).toEqual(six.map(() => 'agreed'));

      // What the matcher has to say for a partner is asked before the case is locked.
      const [first] = open;
      const current = await seen(first as RequestView);
      const hinted = await each(['cairo', 'kenya'], (slug) =>
        people.member.brokering.referPartner({
          params: { ref: current.ref },
          body: { organisationId: demoId('organisation', slug), because: 'They have done this for years.' },
        }),
      );
      expect(hinted).toHaveLength(2);
      const suggestions = await each(open.slice(1), async (one) => {
        const { version } = await seen(one);
        return broker.brokering.suggestPartner(
          on({ ...one, version }, { organisationId: demoId('organisation', 'kenya'), listed: true }),
        );
      });
      const explained = await house.db('select 1 from match where explanation is not null');
      expect(explained).toHaveLength(suggestions.length);
      const said = await each(suggestions, (one) => rival.brokering.sayYesMatch(at(one)));
      expect(said.map(({ state }) => state)).toEqual(suggestions.map(() => 'suggested'));
    },
    patience * 4,
  );
});

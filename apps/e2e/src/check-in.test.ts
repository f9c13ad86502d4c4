import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wayInMail } from './mails.ts';
import { Person } from './person.ts';
import { type Stack, startStack } from './stack.ts';

const happened = 'عُقد الدرس الأول عبر الإنترنت، وحضرته ثلاث دور ضيافة.';

describe('the link of a mail that asks how the work goes', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack();
  }, 120_000);
  afterAll(() => stack?.stop());

  it('takes the five answers of somebody who is not signed in, once: without a script, at 360 px, in Arabic', async () => {
    const way = await wayInMail(stack, /\/check-ins\/[\w.~-]+/);
    const reader = await Person.arrives(stack, { locale: 'ar', script: false, width: 360 });
    await reader.opens(way);
    expect(await reader.page.locator('html').getAttribute('dir')).toBe('rtl');
    await reader.reads(reader.say('brokering.checkIn.linkTitle'));
    const ref = /PRT-\d{4}-\d{4}/.exec(await reader.holds())?.[0];

    // The first question alone must be answered, and what was written is not lost over it.
    await expect(reader.does('answerLinkedCheckIn', { happened })).rejects.toThrow(/got 4\d\d/);
    expect(await reader.page.locator('[name="happened"]').inputValue()).toBe(happened);
    await reader.does('answerLinkedCheckIn', { going: ['slowly'], deskWanted: ['true'] });
    await reader.reads(reader.say('brokering.checkIn.link.answered'));

    await reader.opens(way);
    await reader.reads(reader.say('brokering.checkIn.link.answered'));
    expect(await reader.offers('answerLinkedCheckIn')).toBe(false);
    // It signed nobody in: what only the parties read stays with them.
    await reader.opens(`/partnerships/${ref}`);
    expect(await reader.holds()).not.toContain(happened);
    await reader.leaves();

    const broker = await Person.arrives(stack, { locale: 'ar', as: 'broker-2' });
    await broker.opens(`/partnerships/${ref}`);
    await broker.reads(happened);
    await broker.leaves();
  }, 60_000);

  it('opens nothing when a sign of it was changed', async () => {
    const way = await wayInMail(stack, /\/check-ins\/[\w.~-]+/);
    const visitor = await stack.visit({ script: false });
    expect(await visitor.go(`${way.slice(0, -1)}${way.endsWith('A') ? 'B' : 'A'}`)).toBe(404);
    await visitor.close();
  });
});

import { OutcomeBody } from '@baraza/contracts/brokering';
import { describe, expect, it } from '@jest/globals';
import { bodyFromForm } from './form-body.ts';

describe('a plain form', () => {
  const filled = { indicator: 'Cost', level: 'outcome', unit: 'XOF', target: '800' };

  it('leaves out an optional part of which nothing was filled in', () => {
    const empty = { 'baseline.value': '', 'baseline.date': '', 'baseline.source': '' };
    expect(bodyFromForm(OutcomeBody, { ...filled, ...empty })).toEqual({ ...filled, target: 800 });
  });

  it('keeps one that was begun, so that what is missing is said', () => {
    const begun = { 'baseline.value': '1200', 'baseline.date': '', 'baseline.source': '' };
    const body = bodyFromForm(OutcomeBody, { ...filled, ...begun });
    expect(body).toMatchObject({ baseline: { value: 1200 } });
    expect(OutcomeBody.safeParse(body).success).toBe(false);
  });
});

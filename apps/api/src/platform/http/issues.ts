import type { Issue } from '@baraza/contracts/kernel';
import type { Translator } from '@baraza/i18n';
import type { z } from 'zod';

type ZodIssue = z.core.$ZodIssue;

const lengthOf = (minimum: number | bigint): number => Number(minimum);

/** What is wrong with a field, for a person: zod's codes become sentences of the catalogue. */
function wordsOf(issue: ZodIssue, i18n: Translator): { code: string; message: string } {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string')
        return lengthOf(issue.minimum) <= 1
          ? { code: 'required', message: i18n.t('kernel.form.required') }
          : { code: 'tooShort', message: i18n.t('kernel.form.tooShort', { min: lengthOf(issue.minimum) }) };
      if (issue.origin === 'array') return { code: 'chooseOne', message: i18n.t('kernel.form.chooseOne') };
      return { code: 'tooSmall', message: i18n.t('kernel.form.tooSmall', { min: lengthOf(issue.minimum) }) };
    case 'too_big':
      return issue.origin === 'string'
        ? { code: 'tooLong', message: i18n.t('kernel.form.tooLong', { max: lengthOf(issue.maximum) }) }
        : { code: 'tooBig', message: i18n.t('kernel.form.tooBig', { max: lengthOf(issue.maximum) }) };
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? { code: 'required', message: i18n.t('kernel.form.required') }
        : { code: 'invalid', message: i18n.t('kernel.form.invalid') };
    case 'invalid_value':
      return { code: 'chooseOne', message: i18n.t('kernel.form.chooseOne') };
    case 'invalid_format':
      if (issue.format === 'email') return { code: 'notAnEmail', message: i18n.t('kernel.form.notAnEmail') };
      if (issue.format === 'date' || issue.format === 'datetime')
        return { code: 'notADate', message: i18n.t('kernel.form.notADate') };
      return { code: 'invalid', message: i18n.t('kernel.form.invalid') };
    case 'custom': {
      const key = issue.params?.['sentence'];
      const code = typeof key === 'string' ? key : 'invalid';
      return { code, message: typeof key === 'string' ? i18n.say(key) : i18n.t('kernel.form.invalid') };
    }
    default:
      return { code: 'invalid', message: i18n.t('kernel.form.invalid') };
  }
}

/** Issues of one part of a request, with the path as the caller wrote it: `body.lines.0.text`. */
export const issuesOf = (part: string, error: { readonly issues: readonly ZodIssue[] }, i18n: Translator): Issue[] =>
  error.issues.map((issue) => ({ path: [part, ...issue.path].join('.'), ...wordsOf(issue, i18n) }));

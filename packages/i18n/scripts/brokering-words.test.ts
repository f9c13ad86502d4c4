import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  askedBy,
  clarificationForms,
  clarificationMachine,
  clarificationPolicy,
  expressionForms,
  expressionMachine,
  expressionPolicy,
  type MoveForm,
  matchForms,
  matchMachine,
  matchPolicy,
  nobody,
  partnershipForms,
  partnershipMachine,
  partnershipPolicy,
  requestForms,
  requestMachine,
  requestPolicy,
} from '@baraza/domain/brokering';
import { theSystem } from '@baraza/domain/kernel';
import { describe, expect, it } from '@jest/globals';

/** What draws the words of a move puts their keys together, so that looking for keys in the code finds them all used. */
const catalogue = join(import.meta.dirname, '../catalogues/en/brokering.json');
const keys = Object.keys(JSON.parse(readFileSync(catalogue, 'utf8')));
const wordsFor = (group: string, subject: string): string[] => {
  const prefix = `brokering.${group}.${subject}.`;
  return keys.flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : [])).sort();
};

const things = [
  [requestMachine, requestPolicy, requestForms],
  [clarificationMachine, clarificationPolicy, clarificationForms],
  [expressionMachine, expressionPolicy, expressionForms],
  [matchMachine, matchPolicy, matchForms],
  [partnershipMachine, partnershipPolicy, partnershipForms],
] as const;

describe.each(things.map(([{ name, moves }, policy, forms]) => ({ name, moves, policy, forms })))(
  'for the moves of: $name, the catalogue',
  ({ name, moves, policy, forms }) => {
    const rules: Readonly<Record<string, unknown>> = policy;
    const made = Object.keys(moves).filter((move) => rules[move] !== theSystem && rules[move] !== nobody);
    const asked = new Map(made.map((move) => [move, askedBy((forms as Record<string, MoveForm | undefined>)[move])]));
    const asking = (what: (form: ReturnType<typeof askedBy>) => boolean): string[] =>
      [...asked].flatMap(([move, form]) => (what(form) ? [move] : [])).sort();

    it('has a button for every move that somebody makes, and for none that only the clock makes', () => {
      expect(wordsFor('move', name)).toEqual([...made].sort());
    });
    it('says above the box what to write wherever words are asked for, and nowhere else', () => {
      const drawn = asking(
        ({ note, reasons, until }) => note === 'required' || (note === 'optional' && (reasons.length > 0 || until)),
      );
      expect(wordsFor('note', name)).toEqual(drawn);
    });
    it('names the day wherever one is asked for', () => {
      expect(wordsFor('until', name)).toEqual(asking(({ until }) => until));
    });
    it('has words for every reason there is to choose', () => {
      const reasons = [...asked.values()].flatMap((form) => form.reasons.map((reason) => `brokering.reason.${reason}`));
      expect(reasons.filter((key) => !keys.includes(key))).toEqual([]);
    });
    it('explains no move that nobody makes', () => {
      expect(wordsFor('hint', name).filter((move) => !made.includes(move))).toEqual([]);
    });
  },
);

import type { Api } from '@baraza/contracts/api';
import type { Sent } from '@baraza/contracts/kernel';
import type { Person, Who } from './people.ts';
import type { Scene } from './scene.ts';

export type SentTo<Room extends keyof Api, Name extends keyof Api[Room]> = Sent<Api[Room][Name]>;

/** One row of the matrix: a route asked about a thing that is really there. */
export interface Case<Call = object> {
  /** What it is asked about. */
  readonly on: string;
  /** Makes the thing, and says with which well-formed request each comes. */
  readonly call: (scene: Scene) => Promise<Call | ((who: Person) => Call)>;
  /** Those outside may not learn that it is there. */
  readonly secret?: true;
  /** Who outside may, all the same. */
  readonly knows?: readonly Who[];
  /** Nobody comes through here: the request is well formed, the thing it names is spent. */
  readonly spent?: true;
}

export type CasesOf<Room extends keyof Api> = {
  readonly [Name in keyof Api[Room]]: readonly Case<SentTo<Room, Name>>[];
};
export type Cases = { readonly [Room in keyof Api]: CasesOf<Room> };

/** A row about nothing in particular. */
export const plain = <Call>(call: Call, on = ''): Case<Call>[] => [{ on, call: async () => call }];

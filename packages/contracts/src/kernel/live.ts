import { z } from 'zod';

/**
 * What the server says on a socket. News is a hint: it carries the number of the thing's stream, so that whoever sees
 * a gap asks again by HTTP. Data travels with it only where every listener may see the same.
 */
export const News = z
  .object({
    stream: z.string().describe('thread:…, board:…, request:…, member:…'),
    seq: z.int().nullable().describe('Number within the stream; null where the stream is only touched by the way'),
    name: z.string(),
    data: z.unknown(),
  })
  .meta({ id: 'News' });
export type News<Name extends string = string, Data = unknown> = {
  readonly stream: string;
  readonly seq: number | null;
  readonly name: Name;
  readonly data: Data;
};

/** Happenings that leave as news, each with the part of its data that every listener of the stream may see. */
export type LiveEvents = Readonly<Record<string, z.ZodType>>;
export const defineLive = <const E extends LiveEvents>(events: E): E => events;

export interface ServerToClient {
  news: (news: News) => void;
}
export interface ClientToServer {
  /** Answers the stream's present number, or false when the listener may not hear it. */
  join: (stream: string, done: (seq: number | false) => void) => void;
  leave: (stream: string) => void;
}

/** `GET /live/:stream?since=`: what was missed, or `reset` when it is too much to tell singly. */
export const Missed = z.object({ seq: z.int(), reset: z.boolean(), news: z.array(News) }).meta({ id: 'Missed' });
export type Missed = z.output<typeof Missed>;

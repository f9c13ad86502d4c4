import { type ScreeningFailure, screeningResults } from '@baraza/domain/brokering';
import { z } from 'zod';
import type { Screened, Screening, ScreeningAnswer } from './screening.ts';

const Answer = z.object({
  result: z.enum(screeningResults),
  /** Which lists it looked into. */
  source: z.string().trim().min(1).max(200).optional(),
  note: z.string().trim().max(1000).nullable().default(null),
});

/** What is longer is no answer, and not read to its end. */
const longest = 65_536;

async function textOf({ body }: Response): Promise<string> {
  let text = '';
  if (body)
    for await (const piece of body.pipeThrough(new TextDecoderStream())) {
      text += piece;
      if (text.length > longest) return '';
    }
  return text;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A service that the operator runs: it is posted the organisation and says `{ result, source?, note? }`. It is never followed elsewhere. */
export class HttpScreening implements Screening {
  private readonly url: string;
  private readonly host: string;
  private readonly headers: Record<string, string>;
  private readonly patience: number;

  /** `patience` in milliseconds. Name and password in the address are sent as a header, and kept nowhere else. */
  constructor(address: string, patience = 5000) {
    const url = new URL(address);
    const { username, password, host } = url;
    const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
    url.username = '';
    url.password = '';
    this.url = url.href;
    this.host = host;
    this.headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(username && { authorization: `Basic ${credentials.toString('base64')}` }),
    };
    this.patience = patience;
  }

  async screen(organisation: Screened): Promise<ScreeningAnswer> {
    try {
      const answer = await fetch(this.url, {
        method: 'POST',
        headers: this.headers,
        body: JSON.stringify(organisation),
        redirect: 'manual',
        signal: AbortSignal.timeout(this.patience),
      });
      if (!answer.ok) {
        await answer.body?.cancel();
        return this.failed('refused', String(answer.status));
      }
      const { success, data } = Answer.safeParse(parsed(await textOf(answer)));
      if (!success) return this.failed('not_understood');
      const { result, source = this.host, note } = data;
      return result === 'unknown' ? { result, source, note, failure: null } : { result, source, note };
    } catch (error) {
      return this.failed(error instanceof DOMException && error.name === 'TimeoutError' ? 'too_slow' : 'unreachable');
    }
  }

  private failed(failure: ScreeningFailure, note: string | null = null): ScreeningAnswer {
    return { result: 'unknown', source: this.host, note, failure };
  }
}

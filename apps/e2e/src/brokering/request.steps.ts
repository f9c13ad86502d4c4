import type { Person } from '../person.ts';

// A request from the first word to everybody's eyes, each step as the person does it who must.

/** So many days from today, as a form wants it. */
export const day = (fromNow: number): string => new Date(Date.now() + fromNow * 86_400_000).toISOString().slice(0, 10);

export interface Asking {
  readonly kind: 'need' | 'offer';
  /** What is written in one language is enough. */
  readonly language: string;
  readonly title: string;
  readonly context: string;
  readonly wantedResult: string;
  readonly whatWeBring: string;
  readonly line: string;
  readonly modalities: readonly string[];
  readonly themes: readonly string[];
  /** A third partner is welcome who pays or advises. */
  readonly third?: boolean;
}

/** Writes a request down, perhaps after something they read, and sends it to the desk. */
export async function posts(asker: Person, asking: Asking, from?: string): Promise<string> {
  const { line, kind, modalities, themes, third, ...words } = asking;
  await asker.opens(from ? `/requests/new?from=${from}` : '/requests/new');
  await asker.does(
    'draftRequest',
    {
      ...words,
      kind: [kind],
      'lines.0.text': line,
      modalities,
      themes,
      'window.start': day(40),
      'window.end': day(300),
      ...(third && { 'resources.triangularPartnerWanted': ['true'] }),
    },
    { by: 'submit' },
  );
  await asker.page.waitForURL(/\/requests\/REQ-/);
  await asker.reads(asker.say('brokering.state.request.submitted'));
  return asker.path.split('/')[2] ?? '';
}

interface AtTheDesk {
  readonly asker: Person;
  readonly broker: Person;
}

/** A broker takes it from the desk, asks one question, reads the answer and publishes. */
export async function isReviewed(ref: string, { asker, broker }: AtTheDesk, question: string, answer: string) {
  const path = `/requests/${ref}`;
  await broker.opens('/desk?view=triage');
  await broker.follows(new RegExp(`^/desk\\?.*case=${ref}`));
  await broker.does('claimRequest');
  await broker.opens(path);
  await broker.does('askRequest', { note: question });
  await asker.opens('/');
  await asker.follows(path);
  await asker.does('answerRequest', { note: answer });
  await broker.opens(path);
  if (!(await broker.offers('publishRequest'))) {
    await broker.does('claimRequest');
    await broker.opens(path);
  }
  await broker.does('publishRequest');
  await broker.reads(broker.say('brokering.state.request.published'));
}

/** A broker finds nothing to ask. */
export async function isPublished(ref: string, broker: Person): Promise<void> {
  await broker.opens(`/requests/${ref}`);
  await broker.does('claimRequest');
  await broker.opens(`/requests/${ref}`);
  await broker.does('publishRequest');
}

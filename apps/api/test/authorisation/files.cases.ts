import type { RequestView } from '@baraza/contracts/brokering';
import type { FileView } from '@baraza/contracts/files';
import { at, on } from '../brokering.ts';
import { pdf, upload } from '../uploads.ts';
import type { CasesOf } from './case.ts';
import type { Scene } from './scene.ts';

type Kind = 'request' | 'expression' | 'partnership' | 'outcome' | 'check_in';
const attached = (s: Scene, who: 'own' | 'side', kind: Kind, subject: string, more: object = {}): Promise<FileView> =>
  s.by(who).files.attach({ body: { kind, subject, file: upload(pdf(subject), 'plan.pdf'), ...more } });

/** A draft with a file on it, and the request it becomes. */
const drafted = async (s: Scene, more: object = {}) => {
  const draft = await s.draft();
  return { draft, file: await attached(s, 'own', 'request', draft.id, more) };
};
const published = async (s: Scene, more: object = {}): Promise<FileView> => {
  const { draft, file } = await drafted(s, more);
  const sent: RequestView = await s.by('own').brokering.submitRequest(on(draft));
  await s.by('broker').brokering.publishRequest(on(await s.by('broker').brokering.claimRequest(on(sent))));
  return file;
};
const evidence = { purpose: 'evidence' } as const;
const unsent = async (s: Scene) => {
  const expression = await s.expression(false);
  return { expression, file: await attached(s, 'side', 'expression', expression.id) };
};
const proposed = async (s: Scene): Promise<FileView> => attached(s, 'own', 'partnership', (await s.scoping()).id);
const signed = async (s: Scene, more: object = {}): Promise<FileView> => {
  const partnership = await s.active();
  return attached(s, 'own', 'partnership', partnership.id, more);
};

/** What proves a figure, while it is only claimed, or once another party has signed it. */
const proof = async (s: Scene, countersigned: boolean, more: object = {}): Promise<FileView> => {
  const outcome = await s.outcome();
  const file = await attached(s, 'own', 'outcome', outcome.id, more);
  if (countersigned) await s.by('side').brokering.countersignOutcome(at(outcome));
  return file;
};
const answered = async (s: Scene): Promise<{ id: string }> => {
  const { id } = await s.checkIn();
  await s.by('own').brokering.answerCheckIn({ params: { id }, body: { going: 'yes' } });
  return { id };
};
const beside = async (s: Scene): Promise<FileView> => attached(s, 'own', 'check_in', (await answered(s)).id);

type Make = (s: Scene) => Promise<FileView>;
const secret = { secret: true } as const;
const read = (of: string, make: Make) => ({
  on: of,
  call: async (s: Scene) => ({ params: { id: (await make(s)).id } }),
});
const remove = (of: string, make: Make) => ({
  on: of,
  call: async (s: Scene) => ({ params: { id: (await make(s)).id }, query: { version: 1 } }),
});
const open = (of: string, make: Make) => ({
  on: of,
  call: async (s: Scene) => {
    const { id, purpose } = await make(s);
    return { params: { id }, body: { version: 1, purpose, open: true } };
  },
});
const onto = (of: string, kind: Kind, subject: (s: Scene) => Promise<{ id: string }>) => ({
  on: of,
  call: async (s: Scene) => ({ body: { kind, subject: (await subject(s)).id, file: upload(pdf(), 'plan.pdf') } }),
});

/** Who may read a file is asked here of what it is; its bytes are opened by the same question (files.test.ts). */
export const files: CasesOf<'files'> = {
  attach: [
    { ...onto('to a draft request', 'request', (s) => s.draft()), ...secret },
    { ...onto('to one that needs information', 'request', (s) => s.asked()), ...secret },
    { ...onto('to a published one', 'request', (s) => s.published()), spent: true },
    { ...onto('to an unsent expression', 'expression', (s) => s.expression(false)), ...secret },
    { ...onto('to a sent one', 'expression', (s) => s.expression()), spent: true },
    onto('to a partnership', 'partnership', (s) => s.active()),
    { ...onto('to a claimed outcome', 'outcome', (s) => s.outcome()), ...secret, knows: ['me_officer'] },
    { ...onto('to a countersigned one', 'outcome', (s) => s.countersigned()), spent: true },
    { ...onto('to an answered check-in', 'check_in', answered), ...secret },
    { ...onto('to one nobody has answered', 'check_in', (s) => s.checkIn()), spent: true },
  ],
  read: [
    { ...read('on a draft request', async (s) => (await drafted(s)).file), ...secret },
    read('on a published one', (s) => published(s)),
    { ...read('evidence on a published one', (s) => published(s, evidence)), ...secret },
    { ...read('on an unsent expression', async (s) => (await unsent(s)).file), ...secret },
    {
      ...read('on a sent one', async (s) => {
        const { expression, file } = await unsent(s);
        const { id, version } = await s.by('side').brokering.expression({ params: { id: expression.id } });
        await s.by('side').brokering.sendExpression({ params: { id }, body: { version } });
        return file;
      }),
      ...secret,
    },
    { ...read('what the parties signed', (s) => signed(s)), ...secret },
    read('what they signed and show', (s) => signed(s, { open: true })),
    {
      ...read('evidence of a claimed outcome', (s) => proof(s, false, { open: true })),
      ...secret,
      knows: ['me_officer'],
    },
    { ...read('evidence of a countersigned one', (s) => proof(s, true)), ...secret, knows: ['me_officer'] },
    read('evidence of a countersigned one, shown', (s) => proof(s, true, { open: true })),
    { ...read('evidence of an answer', beside), ...secret },
  ],
  change: [
    { ...open('evidence on a draft', async (s) => (await drafted(s, evidence)).file), ...secret },
    { ...open('evidence on a published request', (s) => published(s, evidence)), ...secret },
    { ...open('what the parties signed', (s) => signed(s)), ...secret },
    { ...open('evidence of a countersigned outcome', (s) => proof(s, true)), ...secret, knows: ['me_officer'] },
  ],
  remove: [
    { ...remove('from a draft', async (s) => (await drafted(s)).file), ...secret },
    remove('from a published request', (s) => published(s)),
    { ...remove('from an unsent expression', async (s) => (await unsent(s)).file), ...secret },
    { ...remove('from a proposed partnership', proposed), ...secret },
    { ...remove('from a signed one', (s) => signed(s)), ...secret, spent: true },
    { ...remove('from a claimed outcome', (s) => proof(s, false)), ...secret, knows: ['me_officer'] },
    { ...remove('from a countersigned one', (s) => proof(s, true, { open: true })), spent: true },
    { ...remove('from an answer', beside), ...secret },
  ],
};

import { type Actor, visitor } from '../src/kernel/index.ts';
import type { BoardFacts, Participant, QuestionFacts } from '../src/qa/index.ts';
import { written } from '../src/translation/index.ts';

/** One hour before the boards of these tests close. */
export const now = new Date('2026-03-25T11:00:00Z');
export const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

export const aBoard = (more: Partial<BoardFacts> = {}): BoardFacts => ({
  id: 'b1',
  version: 1,
  seq: 7,
  sessionId: 's1',
  phase: 'live',
  mode: 'pre_moderated',
  identity: 'named',
  votesOpen: true,
  opensAt: new Date('2026-03-18T10:00:00Z'),
  closesAt: new Date('2026-03-25T12:00:00Z'),
  organiserIds: ['ora'],
  moderatorIds: ['mo'],
  speakerIds: ['spe'],
  ...more,
});

/** On the board, asked by the guest. */
export const aQuestion = (more: Partial<QuestionFacts> = {}): QuestionFacts => ({
  id: 'q1',
  version: 1,
  boardId: 'b1',
  seq: 5,
  clientUuid: 'u1',
  state: 'published',
  askerHandle: 'device:d1',
  askerId: null,
  alias: null,
  text: written('fr', 'Peut-on réussir sans touristes ?'),
  original: null,
  answer: null,
  voteCount: 2,
  submittedAt: after(-600),
  publishedAt: after(-500),
  onAirAt: null,
  answeredAt: null,
  recordingOffsetMs: null,
  dismissalReason: null,
  closingReason: null,
  resent: false,
  mergedInto: null,
  mergedFrom: null,
  mergedAt: null,
  ownerId: null,
  dueAt: null,
  claim: null,
  ...more,
});

export const aMember = (id: string): Actor => ({ ...visitor, kind: 'member', id, roles: ['member'] });
const as = (id: string): Participant => ({ actor: aMember(id), handle: `member:${id}` });

export const [organiser, moderator, speaker, ana] = [as('ora'), as('mo'), as('spe'), as('ana')];
export const guest: Participant = { actor: visitor, handle: 'device:d1' };
/** Neither signed in nor entered with the code. */
export const nobody: Participant = { actor: visitor, handle: null };

import { addDays } from '@baraza/domain/kernel';
import { type LocalizedText, translated, written } from '@baraza/domain/translation';
import { DataSource } from 'typeorm';
import { readContent } from '../demo/content.ts';
import { demoId } from '../demo/ids.ts';
import type { DemoStep } from '../demo/step.ts';
import { asSystem } from '../platform/asker.ts';
import { Clock } from '../platform/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import type { FiredTimer } from '../platform/timers/timers.ts';
import { BrokeringTimers } from './brokering.timers.ts';
import { Players } from './demo/players.demo.ts';
import { type DemoRequest, inTwo } from './demo/request.ts';
import { script } from './demo/script.ts';

/**
 * The requests of the demo community and what became of them, lived through in the order of time: every scene is a wish
 * of a member through the same services that serve one, and every deadline between two scenes falls due on its day.
 */
export const brokeringDemo: DemoStep = async (app) => {
  const db = app.get(DataSource);
  const now = app.get(Clock).now();
  const requests = readContent<DemoRequest[]>('requests');
  const players = new Players(app);
  const scenes = requests
    .flatMap((request) => (script[request.id] ?? []).map((scene) => ({ request, scene, at: addDays(now, -scene.day) })))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const passing = async (until: Date) => {
    for (let timer = await dueBefore(db, until); timer; timer = await dueBefore(db, until)) await fire(timer);
  };
  const fire = (timer: FiredTimer) =>
    app.get(UnitOfWork).run(asSystem(timer.dueAt), async (work) => {
      await work.tx.query(`update timer set state = 'fired', fired_at = due_at where id = $1`, [timer.id]);
      await app.get(BrokeringTimers).handlers.get(timer.kind)?.(work, timer);
    });
  for (const { request, scene, at } of scenes) {
    await passing(at);
    try {
      await players.play(request, scene, at);
    } catch (cause) {
      throw new Error(`${request.id}, ${scene.day} days ago: ${JSON.stringify(scene.does)}`, { cause });
    }
  }
  await passing(now);
  await translateTexts(db, requests);
};

async function dueBefore(db: DataSource, until: Date): Promise<FiredTimer | undefined> {
  const [timer]: FiredTimer[] = await db.query(
    `select id::text, subject, kind, due_at as "dueAt" from timer
     where state = 'armed' and kind like 'brokering.%' and due_at <= $1 order by due_at, id limit 1`,
    [until],
  );
  return timer;
}

/** The editors' English beside what was written in another language; what is in English only is so in all. */
async function translateTexts(db: DataSource, requests: readonly DemoRequest[]): Promise<void> {
  const withEnglish = (text: LocalizedText | null, english: string): LocalizedText | null =>
    text &&
    translated(text, {
      locale: 'en',
      text: english,
      kind: 'human',
      engine: null,
      sourceHash: text.sourceHash,
      by: null,
      at: new Date(0).toISOString(),
    });
  for (const request of requests.filter(({ lang }) => lang !== 'en')) {
    const [context, wantedResult] = inTwo(request.summary);
    const [contextEn, wantedResultEn] = inTwo(request.summaryEn);
    await db.query(
      `update request set title = $2, context = $3, wanted_result = $4, partner_sought = $5, what_we_bring = $6 where id = $1`,
      [
        demoId('request', request.id),
        withEnglish(written(request.lang, request.title), request.titleEn),
        withEnglish(written(request.lang, context), contextEn),
        withEnglish(written(request.lang, wantedResult), wantedResultEn),
        written('en', request.wantedPartner),
        written('en', request.offeredInReturn),
      ].map((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
    );
  }
}

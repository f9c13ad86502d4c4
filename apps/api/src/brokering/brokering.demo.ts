import { addDays } from '@baraza/domain/kernel';
import { DataSource } from 'typeorm';
import { readContent } from '../demo/content.ts';
import type { DemoStep } from '../demo/step.ts';
import { asSystem } from '../platform/asker.ts';
import { Clock } from '../platform/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import type { FiredTimer } from '../platform/timers/timers.ts';
import { BrokeringTimers } from './brokering.timers.ts';
import { circleRequests } from './demo/circles.requests.ts';
import { offerRequests } from './demo/offers.requests.ts';
import { Players } from './demo/players.demo.ts';
import type { DemoRequest, DemoStory } from './demo/request.ts';
import type { Scene } from './demo/scene.ts';
import { script } from './demo/script.ts';
import { translateTexts } from './demo/texts.demo.ts';

/**
 * The requests of the demo community and what became of them, lived through in the order of time: every scene is a wish
 * of a member through the same services that serve one, and every deadline between two scenes falls due on its day.
 */
export const brokeringDemo: DemoStep = async (app) => {
  const db = app.get(DataSource);
  const now = app.get(Clock).now();
  const requests = [...readContent<DemoRequest[]>('requests'), ...circleRequests, ...offerRequests];
  const stories = readContent<DemoStory[]>('stories');
  const players = new Players(app, stories);
  const scenes = requests
    .flatMap((request) => (script[request.id] ?? []).map((scene) => ({ request, scene, at: hourOf(scene, now) })))
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
  await translateTexts(db, requests, stories);
};

/** A scene of an earlier day happens at an hour of work: the less of the day is left, the later. */
function hourOf({ day }: Scene, now: Date): Date {
  if (day < 1) return addDays(now, -day);
  const at = addDays(now, -Math.floor(day));
  const minutes = Math.round((1 - (day % 1)) * 8 * 60);
  at.setUTCHours(7, minutes, 0, 0);
  return at;
}

async function dueBefore(db: DataSource, until: Date): Promise<FiredTimer | undefined> {
  const [timer]: FiredTimer[] = await db.query(
    `select id::text, subject, kind, due_at as "dueAt" from timer
     where state = 'armed' and kind like 'brokering.%' and due_at <= $1 order by due_at, id limit 1`,
    [until],
  );
  return timer;
}

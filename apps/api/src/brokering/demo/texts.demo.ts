import type { NeedLine } from '@baraza/domain/brokering';
import type { Locale } from '@baraza/domain/kernel';
import { type LocalizedText, translated, written } from '@baraza/domain/translation';
import type { DataSource } from 'typeorm';
import { demoId } from '../../demo/ids.ts';
import { type DemoRequest, type DemoStory, inTwo, lines, situationIn } from './request.ts';
import { script } from './script.ts';

const withEnglish = (text: LocalizedText, english: string): LocalizedText =>
  translated(text, {
    locale: 'en',
    text: english,
    kind: 'human',
    engine: null,
    sourceHash: text.sourceHash,
    by: null,
    at: new Date(0).toISOString(),
  });
const both = (language: Locale, words: string, english: string) => withEnglish(written(language, words), english);

/** The editors' English beside what was written in another language; what the documents have in English only is English. */
export async function translateTexts(
  db: DataSource,
  requests: readonly DemoRequest[],
  stories: readonly DemoStory[],
): Promise<void> {
  for (const request of requests.filter(({ lang }) => lang !== 'en')) {
    await translateRequest(db, request, stories);
    await translatePartnership(db, request);
  }
}

async function translateRequest(db: DataSource, request: DemoRequest, stories: readonly DemoStory[]): Promise<void> {
  const { lang, title, titleEn, summary, summaryEn, derivedFrom } = request;
  const parts = inTwo(summary);
  const english = inTwo(summaryEn);
  const story = stories.find(({ id }) => id === derivedFrom);
  const context = parts && english ? both(lang, parts[0], english[0]) : story && written('en', situationIn(story));
  const wanted = parts && english ? both(lang, parts[1], english[1]) : both(lang, summary, summaryEn);
  const [row]: { lines: NeedLine[] }[] = await db.query('select lines from request where id = $1', [
    demoId('request', request.id),
  ]);
  const inEnglish = new Map(lines[request.id]);
  const needed = row?.lines.map((line) => {
    const words = inEnglish.get(line.text.sourceText);
    return words ? { ...line, text: withEnglish(line.text, words) } : line;
  });
  await db.query(
    `update request set title = $2, context = $3, wanted_result = $4, partner_sought = $5, what_we_bring = $6, lines = $7 where id = $1`,
    [
      demoId('request', request.id),
      JSON.stringify(both(lang, title, titleEn)),
      JSON.stringify(context),
      JSON.stringify(wanted),
      JSON.stringify(written('en', request.wantedPartner)),
      JSON.stringify(written('en', request.offeredInReturn)),
      JSON.stringify(needed ?? []),
    ],
  );
}

async function translatePartnership(db: DataSource, { id }: DemoRequest): Promise<void> {
  for (const { does } of script[id] ?? [])
    if (does.kind === 'propose' && does.english)
      await db.query('update partnership set title = $2, plan = $3 where id = $1', [
        demoId('partnership', id),
        JSON.stringify(both(...does.title, does.english[0])),
        JSON.stringify(both(...does.plan, does.english[1])),
      ]);
}

import type { Locale } from '@baraza/domain/kernel';
import { addMonths, knowledgeTerms } from '@baraza/domain/knowledge';
import { written } from '@baraza/domain/translation';
import { DataSource } from 'typeorm';
import { readContent } from '../demo/content.ts';
import { demoId } from '../demo/ids.ts';
import type { DemoStep } from '../demo/step.ts';
import { asSystem } from '../platform/asker.ts';
import { Clock } from '../platform/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

interface Result {
  readonly metric: string;
  readonly value: number | null;
  readonly before?: number;
  readonly unit: string;
  readonly year: number | null;
  readonly yearBasis: string | null;
  readonly source: string;
  readonly place: string;
  readonly note?: string;
}
interface Story {
  readonly id: string;
  readonly order: number;
  readonly title: string;
  readonly place: string;
  readonly members: readonly string[];
  readonly cluster: string;
  readonly summary: string;
  readonly challenge: string;
  readonly solution: string;
  readonly results: readonly Result[];
  readonly lessons: readonly string[];
  readonly sdgs: readonly number[];
  readonly themes: readonly string[];
  readonly speakers: readonly string[];
  readonly webinar: string;
  readonly otherWebinars?: readonly string[];
  readonly recordingUrl: string;
  readonly otherRecordingUrls?: readonly string[];
  readonly source: string;
  readonly sourcePlace: string;
  readonly replicability: { readonly fits: string; readonly caution: string };
}
interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly honorific: string | null;
  readonly titles: readonly { readonly title: string; readonly organisation: string }[];
}
interface Recommendation {
  readonly id: string;
  readonly kind: 'policy-recommendation' | 'action-point';
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly measures: readonly string[];
  readonly stories: readonly string[];
  readonly clusters: readonly string[];
  readonly source: string;
  readonly place: string;
}
interface Term {
  readonly id: string;
  readonly term: Readonly<Record<Locale, string>>;
  readonly definition: { readonly en: string };
  readonly source: string | null;
  readonly place: string | null;
}

const english = (text: string) => written('en', text);
const day = 86_400_000;

/** The thirteen stories of the report with their figures, what it recommends, and the terms of the trade. */
export const knowledgeDemo: DemoStep = async (app) => {
  const db = app.get(DataSource);
  const now = app.get(Clock).now();
  const fill = (table: string, rows: readonly object[]) => {
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    return db.query(
      `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  };

  const stories = readContent<Story[]>('stories');
  const speakers = new Map(readContent<Speaker[]>('speakers').map((speaker) => [speaker.id, speaker]));
  // Told one after another over the last weeks, the first of the report last told.
  const toldAt = ({ order }: Story) => new Date(now.getTime() - order * 4 * day);
  const told = stories.map((story) => ({
    story,
    row: {
      ...storyRow(story, speakers),
      published_at: toldAt(story),
      created_at: toldAt(story),
      review_by: addMonths(toldAt(story), knowledgeTerms.storyReviewMonths),
    },
  }));
  await fill(
    'story',
    told.map(({ row }) => row),
  );
  await fill(
    'story_organisation',
    stories.flatMap(({ id, members }) =>
      members.map((member, position) => ({
        story_id: demoId('story', id),
        organisation_id: demoId('organisation', member),
        position,
      })),
    ),
  );
  await fill(
    'story_result',
    stories.flatMap(({ id, results }) => results.map((result, i) => resultRow(id, result, i))),
  );
  await app.get(UnitOfWork).run(asSystem(now), async ({ arm }) => {
    for (const { row } of told)
      await arm({
        subject: `story:${row.id}`,
        kind: 'knowledge.story.fall_due',
        dueAt: row.review_by,
        responsible: { kind: 'system', id: 'clock' },
      });
  });

  const recommendations = readContent<Recommendation[]>('recommendations');
  const idOf = ({ id }: Recommendation) => demoId('recommendation', id);
  await fill(
    'recommendation',
    recommendations.map((recommendation) => ({
      id: idOf(recommendation),
      slug: recommendation.id,
      kind: recommendation.kind === 'action-point' ? 'action' : 'policy',
      position: recommendation.number,
      title: english(recommendation.title),
      text: english(recommendation.text),
      measures: recommendation.measures.map(english),
      source_id: recommendation.source,
      place: recommendation.place,
    })),
  );
  await fill(
    'recommendation_story',
    recommendations.flatMap((recommendation) =>
      recommendation.stories.map((story) => ({
        recommendation_id: idOf(recommendation),
        story_id: demoId('story', story),
      })),
    ),
  );
  await fill(
    'recommendation_cluster',
    recommendations.flatMap((recommendation) =>
      recommendation.clusters.map((cluster) => ({
        recommendation_id: idOf(recommendation),
        cluster_id: demoId('cluster', cluster),
      })),
    ),
  );
  await fill(
    'glossary_term',
    readContent<Term[]>('glossary').map(({ id, term, definition, source, place }) => ({
      id,
      terms: term,
      definition: english(definition.en),
      source_id: source,
      place,
    })),
  );
};

const storyRow = (story: Story, speakers: ReadonlyMap<string, Speaker>) => ({
  id: demoId('story', story.id),
  slug: story.id,
  version: 1,
  state: 'published',
  title: english(story.title),
  summary: english(story.summary),
  place: story.place,
  challenge: english(story.challenge),
  solution: english(story.solution),
  lessons: story.lessons.map(english),
  fits: english(story.replicability.fits),
  caution: english(story.replicability.caution),
  themes: story.themes,
  sdgs: story.sdgs,
  cluster_id: demoId('cluster', story.cluster),
  speakers: story.speakers.flatMap((id) => {
    const speaker = speakers.get(id);
    const [held] = speaker?.titles ?? [];
    return speaker && held
      ? [
          {
            name: [speaker.honorific, speaker.name].filter(Boolean).join(' '),
            title: held.title,
            organisation: held.organisation,
          },
        ]
      : [];
  }),
  webinars: [story.webinar, ...(story.otherWebinars ?? [])],
  recordings: [story.recordingUrl, ...(story.otherRecordingUrls ?? [])],
  source_id: story.source,
  source_place: story.sourcePlace,
});

const resultRow = (story: string, result: Result, position: number) => ({
  story_id: demoId('story', story),
  position,
  metric: english(result.metric),
  value: result.value,
  before: result.before ?? null,
  calendar_year: result.unit.startsWith('year ('),
  unit: english(result.unit),
  year: result.year,
  year_basis: result.yearBasis && (result.yearBasis === 'webinar year' ? 'webinar' : 'stated'),
  note: result.note ? english(result.note) : null,
  source_id: result.source,
  place: result.place,
});

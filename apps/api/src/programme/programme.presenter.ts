import type { Overview, SeriesLine, SeriesView, SessionLine, SessionView } from '@baraza/contracts/programme';
import { type Actor, can, type Locale } from '@baraza/domain/kernel';
import { mayOrganise, sessionMovesFor, sessionPolicy } from '@baraza/domain/programme';
import { type LocalizedText, readIn } from '@baraza/domain/translation';
import type { StoredLine, StoredSeries, StoredSeriesLine, StoredSession } from './programme.queries.ts';

export interface For {
  readonly actor: Actor;
  readonly locale: Locale;
}
const titled = <T extends { readonly title: LocalizedText }>({ title, ...rest }: T, locale: Locale) => ({
  ...rest,
  title: readIn(title, locale),
});
const readOrNull = (text: LocalizedText | null, locale: Locale) => text && readIn(text, locale);

export const presentLine = ({ topic, ...line }: StoredLine, locale: Locale): SessionLine => ({
  ...line,
  topic: readIn(topic, locale),
});
const presentSeriesLine = (series: StoredSeriesLine, locale: Locale): SeriesLine => titled(series, locale);

export const presentOverview = (
  live: readonly StoredLine[],
  series: readonly StoredSeriesLine[],
  { actor, locale }: For,
): Overview => ({
  live: live.map((line) => presentLine(line, locale)),
  series: series.map((one) => presentSeriesLine(one, locale)),
  announce: mayOrganise(actor, null),
});

export const presentSeries = (series: StoredSeries, { locale }: For): SeriesView => ({
  ...titled(series, locale),
  summary: readOrNull(series.summary, locale),
  purposes: series.purposes.map((purpose) => readIn(purpose, locale)),
  events: series.events.map((event) => ({
    ...titled(event, locale),
    summary: readOrNull(event.summary, locale),
    lines: event.lines.map((line) => presentLine(line, locale)),
  })),
});

export function presentSession(session: StoredSession, { actor, locale }: For): SessionView {
  const { line, summary, event, series, cluster, themes, speakers, stories, grounding, version, seq } = session;
  const { recordingUrl, slidesUrl, noRecordReason } = session;
  return {
    ...presentLine(line, locale),
    version,
    seq,
    summary: readOrNull(summary, locale),
    event: titled(event, locale),
    series: series && titled(series, locale),
    cluster,
    themes,
    speakers,
    recordingUrl,
    slidesUrl,
    noRecordReason,
    stories: stories.map((story) => titled(story, locale)),
    grounding,
    moves: sessionMovesFor(actor, session),
    edit: can(sessionPolicy, actor, 'edit', session),
  };
}

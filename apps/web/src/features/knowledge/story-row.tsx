import type { StoryLine } from '@baraza/contracts/knowledge';
import { Meta, Title } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';
import { Goals, Themes } from './taxonomy.tsx';

/** A story in a list: where, what, and what it is about. */
export function StoryRow({ story, brief }: { story: StoryLine; brief?: boolean }) {
  const i18n = useI18n();
  const { title, summary } = story;
  return (
    <li>
      <Title href={`/stories/${story.slug}`} lang={title.locale} {...(brief ? { size: 's' } : { as: 'h2' })}>
        {title.text}
      </Title>
      <Meta>
        {story.organisations.length > 0 && (
          <span>{i18n.list(story.organisations.map((organisation) => organisation.name))}</span>
        )}
        {story.publishedAt && <time dateTime={story.publishedAt}>{i18n.date(story.publishedAt, 'short')}</time>}
      </Meta>
      {!brief && (
        <>
          <p className="voice" lang={summary.locale} dir="auto">
            {summary.text}
          </p>
          <Themes themes={story.themes} at="/stories" />
          <Goals goals={story.sdgs} />
        </>
      )}
    </li>
  );
}

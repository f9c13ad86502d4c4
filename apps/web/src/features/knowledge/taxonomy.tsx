import { Tag } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';
import './knowledge.css';

/** Themes in the reader's language, each leading to more of its kind; of many, the first `most`. */
export function Themes({ themes, at, most }: { themes: readonly string[]; at: '/stories' | '/cities'; most?: number }) {
  const i18n = useI18n();
  if (themes.length === 0) return null;
  const more = themes.length - (most ?? themes.length);
  return (
    <ul className="tags">
      {themes.slice(0, most).map((theme) => (
        <li key={theme}>
          <Tag href={`${at}?theme=${theme}`}>{i18n.say(`theme.${theme}`)}</Tag>
        </li>
      ))}
      {more > 0 && (
        <li className="small soft">
          <bdi>+{i18n.number(more)}</bdi>
        </li>
      )}
    </ul>
  );
}

/** Sustainable Development Goals by their numbers. */
export function Goals({ goals }: { goals: readonly number[] }) {
  const i18n = useI18n();
  if (goals.length === 0) return null;
  return (
    <p className="small soft">
      {i18n.t('knowledge.story.goals', {
        goals: i18n.list(goals.map((goal) => i18n.number(goal))),
        count: goals.length,
      })}
    </p>
  );
}

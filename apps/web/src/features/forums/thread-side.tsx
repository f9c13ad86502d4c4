import type { ThreadView } from '@baraza/contracts/forums';
import { Details, Facts, Section } from '@baraza/ui';
import { ActionForm, FormProblem, Hidden, Submit, TextArea, useApi, useData, useWorld } from '../../platform/index.ts';
import { chainQuery, HowItBegan } from '../lineage/index.ts';
import { FollowForm } from './follow-form.tsx';
import { useDay } from './post-item.tsx';

/** Beside the thread: who speaks, what to hear of it, what to do with it, where it comes from. */
export function ThreadSide({ thread }: { thread: ThreadView }) {
  const { i18n } = useWorld();
  const day = useDay();
  const { counts, moves, posts, may, no } = thread;
  const worked = [...new Set(posts.flatMap((post) => (post.accepted ? [post.accepted.by] : [])))];
  const facts = [
    { term: i18n.t('forums.fact.started'), value: <time dateTime={thread.startedAt}>{day(thread.startedAt)}</time> },
    { term: i18n.t('forums.fact.who'), value: i18n.t('forums.fact.whoIn', counts) },
  ];
  if (worked.length > 0) facts.push({ term: i18n.t('forums.fact.worked'), value: <bdi>{i18n.list(worked)}</bdi> });
  if (thread.resolution)
    facts.push({ term: i18n.t('forums.resolvedBecause'), value: <span dir="auto">{thread.resolution}</span> });
  return (
    <>
      <Section title={i18n.t('forums.inThread')}>
        <Facts facts={facts} />
      </Section>
      {may.follow && (
        <Section title={i18n.t('forums.follow')}>
          <FollowForm operation="forums.follow" params={{ no }} level={thread.level} />
        </Section>
      )}
      {moves.length > 0 && (
        <Section title={i18n.t('forums.onIt')}>
          <div className="moves">
            {moves.map((move) => (
              <ThreadMove key={move} thread={thread} move={move} />
            ))}
          </div>
        </Section>
      )}
      <ThreadLineage id={thread.id} />
    </>
  );
}

/** Resolving and reopening may need words; the other moves are one press. */
function ThreadMove({ thread: { no, version }, move }: { thread: ThreadView; move: ThreadView['moves'][number] }) {
  const { i18n, returned } = useWorld();
  const name = `move-${move}`;
  const label = i18n.t(`forums.move.thread.${move}`);
  const asks = move === 'resolve' || move === 'reopen';
  const form = (
    <ActionForm operation="forums.move" params={{ no }} name={name} className="form">
      <FormProblem />
      <Hidden name="move" value={move} />
      <Hidden name="version" value={version} />
      {asks && (
        <TextArea name="reason" label={i18n.t('forums.reason')} hint={i18n.t(`forums.reasonHint.${move}`)} rows={3} />
      )}
      <Submit kind="plain">{label}</Submit>
    </ActionForm>
  );
  return asks ? (
    <Details summary={label} open={returned?.form === name}>
      {form}
    </Details>
  ) : (
    form
  );
}

function ThreadLineage({ id }: { id: string }) {
  const { beads } = useData(chainQuery(useApi(), 'thread', id));
  return <HowItBegan beads={beads} />;
}

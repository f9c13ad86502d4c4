import type { ClusterView } from '@baraza/contracts/clusters';
import { Button, Move, Moves, Section, State } from '@baraza/ui';
import { ActionForm, FormProblem, Hidden, Submit, useI18n, useReader } from '../../platform/index.ts';

/** How the reader stands to the cluster, and what they may do about it. */
export function MembershipBox({ cluster }: { cluster: ClusterView }) {
  const i18n = useI18n();
  const reader = useReader();
  const params = { slug: cluster.slug };
  const { moves, membership } = cluster;
  const comingIn = moves.find((move) => move === 'join' || move === 'ask');
  const goingOut = moves.find((move) => move === 'leave' || move === 'decline');
  return (
    <Section title={i18n.t('clusters.membership')} note={i18n.t(`clusters.join.${cluster.joinRule}`)}>
      <Moves>
        <p className="small soft">{i18n.t(`clusters.visibility.${cluster.visibility}`)}</p>
        {membership !== 'outside' && (
          <p>
            <State square={membership === 'joined' ? 'check' : 'half'} tone="pen">
              {i18n.t(`clusters.state.membership.${membership}`)}
            </State>
          </p>
        )}
        {!reader && (
          <Move>
            <Button kind="go" href={`/sign-in?next=/clusters/${cluster.slug}`}>
              {i18n.t('clusters.signInToJoin')}
            </Button>
          </Move>
        )}
        {comingIn && (
          <Move note={i18n.t(comingIn === 'ask' ? 'clusters.askNote' : 'clusters.joinNote')}>
            <ActionForm operation="clusters.join" params={params}>
              <FormProblem />
              <Submit>{i18n.t(`clusters.move.membership.${comingIn}`)}</Submit>
            </ActionForm>
          </Move>
        )}
        {goingOut && (
          <Move note={goingOut === 'leave' ? i18n.t('clusters.leaveNote') : undefined}>
            <ActionForm operation="clusters.leave" params={params}>
              <FormProblem />
              <Submit kind="plain">{i18n.t(`clusters.move.membership.${goingOut}`)}</Submit>
            </ActionForm>
          </Move>
        )}
      </Moves>
    </Section>
  );
}

/** Who waits to be admitted, for those who admit. */
export function Asking({ cluster }: { cluster: ClusterView }) {
  const i18n = useI18n();
  if (cluster.asking.length === 0) return null;
  return (
    <Section title={i18n.t('clusters.asking')}>
      <ul className="asking">
        {cluster.asking.map(({ memberId, name, at }) => (
          <li key={memberId}>
            <p>
              <b>
                <bdi>{name}</bdi>
              </b>{' '}
              <span className="small soft">{i18n.t('clusters.askedOn', { date: at })}</span>
            </p>
            <ActionForm
              operation="clusters.answer"
              params={{ slug: cluster.slug, memberId }}
              name={`answer-${memberId}`}
              className="btns"
            >
              <FormProblem />
              <Submit kind="plain" name="move" value="admit">
                {i18n.t('clusters.move.membership.admit')}
              </Submit>
              <Submit kind="link" name="move" value="decline">
                {i18n.t('clusters.move.membership.decline')}
              </Submit>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What those who run the house may do with the cluster itself. */
export function ClusterSteps({ cluster }: { cluster: ClusterView }) {
  const i18n = useI18n();
  if (cluster.clusterMoves.length === 0) return null;
  return (
    <Section title={i18n.t('clusters.steps')}>
      <Moves>
        {cluster.clusterMoves.map((move) => (
          <Move key={move}>
            <ActionForm operation="clusters.move" params={{ slug: cluster.slug }} name={`move-${move}`}>
              <FormProblem />
              <Hidden name="move" value={move} />
              <Hidden name="version" value={cluster.version} />
              <Submit kind="plain">{i18n.t(`clusters.move.cluster.${move}`)}</Submit>
            </ActionForm>
          </Move>
        ))}
      </Moves>
    </Section>
  );
}

import type { ClusterLine } from '@baraza/contracts/clusters';
import { Meta, State, Title } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';

/** A cluster in a list: its name, how many, and whether the reader is in it. Speaks from the `clusters` catalogue. */
export function ClusterRow({ cluster }: { cluster: ClusterLine }) {
  const i18n = useI18n();
  return (
    <li>
      <Title size="s" href={`/clusters/${cluster.slug}`}>
        <bdi>{cluster.name}</bdi>
      </Title>
      <Meta>
        <span>{i18n.t(`clusters.kind.${cluster.kind}`)}</span>
        <span>{i18n.t('clusters.organisations', { count: cluster.organisations })}</span>
        {cluster.members > 0 && <span>{i18n.t('clusters.members', { count: cluster.members })}</span>}
        {cluster.joined && (
          <State square="check" tone="pen">
            {i18n.t('clusters.joined')}
          </State>
        )}
      </Meta>
    </li>
  );
}

import type { RequestView } from '@baraza/contracts/brokering';
import { Facts, Section } from '@baraza/ui';
import { useWorld } from '../../platform/index.ts';

/** The case, as those who work on it see it. */
export function CaseFacts({ request }: { request: RequestView }) {
  const { i18n, timeZone } = useWorld();
  const facts = [
    request.broker && {
      term: i18n.t('kernel.role.broker'),
      value: request.broker.you ? i18n.t('kernel.you') : <bdi>{request.broker.name}</bdi>,
    },
    request.accountable?.focalPoint && {
      term: i18n.t('kernel.affiliation.focal_point'),
      value: <bdi>{request.accountable.focalPoint}</bdi>,
    },
    request.accountable?.delegate && {
      term: i18n.t('brokering.form.delegate'),
      value: <bdi>{request.accountable.delegate}</bdi>,
    },
    request.leaseUntil && {
      term: i18n.t('brokering.request.heldUntil'),
      value: i18n.date(request.leaseUntil, 'weekday', timeZone),
    },
    request.lastConfirmedAt && {
      term: i18n.t('brokering.request.confirmed'),
      value: i18n.date(request.lastConfirmedAt, 'day', timeZone),
    },
    request.suggestions !== null && {
      term: i18n.t('brokering.request.suggested'),
      value: i18n.number(request.suggestions),
    },
    request.cluster && { term: i18n.t('brokering.form.cluster'), value: <bdi>{request.cluster.name}</bdi> },
    { term: i18n.t('brokering.form.visibility'), value: i18n.t(`brokering.visibility.${request.visibility}`) },
  ];
  return (
    <Section title={i18n.t('brokering.request.case')}>
      <Facts facts={facts} />
    </Section>
  );
}

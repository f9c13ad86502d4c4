import type { RingItem } from '@baraza/contracts/matching';
import { Empty, Meta, PageHead, Pager, Ref, Rows, Section, Stack, Title } from '@baraza/ui';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useI18n,
  useWorld,
} from '../../platform/index.ts';
import { DeskTabs } from './desk-tabs.tsx';
import { ringsQuery } from './matching.queries.ts';
import { Reasons } from './reasons.tsx';

const cursorOf = (search: URLSearchParams): string | undefined => search.get('cursor') ?? undefined;
export const data = (api: ApiClient, { search }: Located) => [ringsQuery(api, cursorOf(search))];

type Ring = Extract<RingItem, { kind: 'ring' }>;
type Triangle = Extract<RingItem, { kind: 'triangle' }>;

/** Cooperation beyond pairs, found among the open needs. */
export default function RingsPage({ search }: PageProps) {
  const { i18n, timeZone } = useWorld();
  const cursor = cursorOf(search);
  const { items, next, at } = useData(ringsQuery(useApi(), cursor));
  return (
    <Stack>
      <PageTitle>{i18n.t('matching.rings.title')}</PageTitle>
      <PageHead title={i18n.t('matching.rings.title')} lead={i18n.t('matching.rings.lead')} />
      <DeskTabs at="/desk/rings" />
      {items.length === 0 && (
        <Empty title={i18n.t(at ? 'matching.rings.none' : 'matching.rings.looking')}>
          {at && i18n.t('matching.rings.at', { date: i18n.dateTime(at, timeZone) })}
        </Empty>
      )}
      {items.map((item) =>
        item.kind === 'ring' ? <RingOf key={item.id} ring={item} /> : <TriangleOf key={item.id} triangle={item} />,
      )}
      {(next || cursor) && (
        <Pager
          label={i18n.t('matching.rings.pages')}
          previous={cursor ? { href: '/desk/rings', label: i18n.t('kernel.back') } : undefined}
          next={
            next ? { href: `/desk/rings?cursor=${encodeURIComponent(next)}`, label: i18n.t('kernel.next') } : undefined
          }
        />
      )}
    </Stack>
  );
}

function RingOf({ ring }: { ring: Ring }) {
  const i18n = useI18n();
  return (
    <Section title={i18n.t('matching.rings.ring')} note={i18n.list(ring.links.map(({ partner }) => partner.name))}>
      <Rows ordered>
        {ring.links.map(({ need, partner, because }) => (
          <li key={need.ref}>
            <NeedOf need={need} />
            <p>{i18n.t('matching.rings.has', { name: partner.name })}</p>
            <Reasons reasons={because} />
          </li>
        ))}
      </Rows>
    </Section>
  );
}

function TriangleOf({ triangle: { need, partner, because, funder, support } }: { triangle: Triangle }) {
  const i18n = useI18n();
  return (
    <Section
      title={i18n.t('matching.rings.triangle')}
      note={i18n.list([need.organisation.name, partner.name, funder.name])}
    >
      <Rows ordered>
        <li>
          <NeedOf need={need} />
        </li>
        <li>
          <p>{i18n.t('matching.rings.has', { name: partner.name })}</p>
          <Reasons reasons={because} />
        </li>
        <li>
          <p>{i18n.t('matching.rings.funds', { name: funder.name })}</p>
          <Reasons reasons={support} />
        </li>
      </Rows>
    </Section>
  );
}

function NeedOf({ need: { ref, title, organisation } }: { need: Triangle['need'] }) {
  return (
    <>
      <Title size="s" href={`/requests/${ref}`} lang={title?.locale}>
        {title?.text ?? ref}
      </Title>
      <Meta>
        <a href={`/cities/${organisation.slug}`}>
          <bdi>{organisation.name}</bdi>
        </a>
        <Ref>{ref}</Ref>
      </Meta>
    </>
  );
}

import type { RingItem } from '@baraza/contracts/matching';
import { Details, Empty, Meta, PageHead, Pager, Ref, Rows, Section, Stack, Title } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  FormProblem,
  Hidden,
  type Located,
  type PageProps,
  PageTitle,
  Submit,
  TextArea,
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
            <Reasons reasons={because} shown={1} />
          </li>
        ))}
      </Rows>
      <SuggestCircle id={ring.id} label={i18n.t('matching.rings.suggestRing')} />
    </Section>
  );
}

function TriangleOf({ triangle: { id, need, partner, because, funder, support } }: { triangle: Triangle }) {
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
          <Reasons reasons={because} shown={1} />
        </li>
        <li>
          <p>{i18n.t('matching.rings.funds', { name: funder.name })}</p>
          <Reasons reasons={support} shown={1} />
        </li>
      </Rows>
      <SuggestCircle id={id} label={i18n.t('matching.rings.suggestTriangle')} />
    </Section>
  );
}

/** Puts it to everybody in it, with a word of one's own or without. */
function SuggestCircle({ id, label }: { id: string; label: string }) {
  const { i18n, locale } = useWorld();
  return (
    <ActionForm operation="brokering.suggestRing" params={{ id }} name={`suggestRing ${id}`} next="/matches/:id">
      <FormProblem />
      <Hidden name="language" value={locale} />
      <Details summary={i18n.t('matching.rings.words')}>
        <TextArea
          name="because"
          label={i18n.t('matching.rings.words')}
          hint={i18n.t('matching.rings.wordsHint')}
          rows={3}
        />
      </Details>
      <Submit kind="plain">{label}</Submit>
    </ActionForm>
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

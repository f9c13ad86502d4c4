import type { Bead } from '@baraza/contracts/lineage';
import { Chain, type ChainLink, type IconName, Section } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';

const icons: Record<Bead['kind'], IconName> = {
  question: 'question',
  faq: 'faq',
  thread: 'thread',
  request: 'request',
  expression: 'need',
  match: 'because',
  partnership: 'partner',
  outcome: 'sq-check',
  story: 'story',
  session: 'event',
  series: 'event',
  course: 'event',
};

/** "How this began": the line from the root over this to what came of it. Nothing where nothing is known. */
export function HowItBegan({ beads, wide }: { beads: readonly Bead[]; wide?: boolean }) {
  const i18n = useI18n();
  if (beads.length < 2) return null;
  const links = beads.map((bead, index): ChainLink => {
    const next = beads[index + 1];
    const kind = i18n.t(`lineage.kind.${bead.kind}`);
    return {
      icon: icons[bead.kind],
      kind: bead.at ? i18n.t('lineage.kindAndDate', { kind, date: i18n.date(bead.at, 'day') }) : kind,
      title: bead.here ? i18n.t('lineage.here') : (bead.title?.text ?? i18n.t('lineage.closed')),
      at: bead.here ? 'here' : 'past',
      ...(bead.href && !bead.here && { href: bead.href }),
      ...(bead.title && !bead.here && { lang: bead.title.locale }),
      ...(next?.relation && { relation: i18n.t(`lineage.relation.${next.relation}`) }),
    };
  });
  return (
    <Section title={i18n.t('lineage.title')}>
      <Chain links={links} wide={wide} />
    </Section>
  );
}

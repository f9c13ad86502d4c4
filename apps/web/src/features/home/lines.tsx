import type { Line } from '@baraza/contracts/search';
import { Rows, Section } from '@baraza/ui';
import { LineRow } from '../search/index.ts';

interface Props {
  readonly title: string;
  readonly lines: readonly Line[];
  /** Where there are more. */
  readonly all: { readonly href: string; readonly label: string };
  readonly brief?: boolean;
}

/** A short list of another room's latest, and the way to all of it. Nothing where there is nothing. */
export function Lines({ title, lines, all, brief }: Props) {
  if (lines.length === 0) return null;
  return (
    <Section title={title}>
      <Rows brief={brief}>
        {lines.map((line) => (
          <LineRow key={line.id} line={line} {...(brief && { brief })} />
        ))}
      </Rows>
      <p className="home-all">
        <a href={all.href}>{all.label}</a>
      </p>
    </Section>
  );
}

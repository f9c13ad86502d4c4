import type { ReactNode } from 'react';
import './facts.css';

interface Fact {
  readonly term: ReactNode;
  readonly value: ReactNode;
}

/** Terms and what they say. What is not so is left out, and where nothing is, there is no list. */
export function Facts({ facts }: { facts: readonly (Fact | false | null | undefined | '')[] }) {
  const said = facts.filter((fact) => !!fact);
  if (said.length === 0) return null;
  return (
    <dl className="facts plain">
      {said.map(({ term, value }, index) => (
        <div key={typeof term === 'string' ? term : index}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

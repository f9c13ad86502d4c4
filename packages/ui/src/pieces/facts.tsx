import type { ReactNode } from 'react';
import './facts.css';

/** Terms and what they say. */
export const Facts = ({ facts }: { facts: readonly { term: ReactNode; value: ReactNode }[] }) => (
  <dl className="facts plain">
    {facts.map(({ term, value }, index) => (
      <div key={typeof term === 'string' ? term : index}>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

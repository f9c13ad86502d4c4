import type { ReactNode } from 'react';
import { Icon } from '../icon.tsx';
import './signatures.css';

export interface Signature {
  /** Claimed, countersigned, verified. */
  act: ReactNode;
  /** The name on the line, or "not yet". */
  name: ReactNode;
  signed: boolean;
  /** A second signature ticks twice. */
  twice?: boolean | undefined;
  /** Who, and when or by when. */
  by: ReactNode;
  date?: ReactNode;
}

/** Signature lines, in the order they are given. */
export const Signatures = ({ label, signatures }: { label: string; signatures: readonly Signature[] }) => (
  <ol className="signed" aria-label={label}>
    {signatures.map(({ act, name, signed, twice, by, date }, index) => (
      <li key={`${index} ${signed}`} className={signed ? undefined : 'none'}>
        <span className="sig">{name}</span>
        <b>
          {signed && <Icon name={twice ? 'checks' : 'check'} size="s" />} {act}
        </b>
        <span>{by}</span>
        {date && <span>{date}</span>}
      </li>
    ))}
  </ol>
);

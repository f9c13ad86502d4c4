import type { ReactNode } from 'react';
import { Icon } from '../icon.tsx';
import './toast.css';

/** What just happened. Render it empty from the start: a live region must exist before it speaks. */
export const Toast = ({ children }: { children?: ReactNode }) => (
  <output className="toast">
    {children && (
      <>
        <Icon name="check" size="s" /> <span>{children}</span>
      </>
    )}
  </output>
);

/** Words for screen readers only, read out when they change. */
export const LiveRegion = ({ children }: { children?: ReactNode }) => <output className="vh">{children}</output>;

/** No connection: what is shown is the last known, and what is written will go out by itself. */
export const OfflineBar = ({ children }: { children: ReactNode }) => (
  <output className="offline">
    <Icon name="offline" /> <span>{children}</span>
  </output>
);

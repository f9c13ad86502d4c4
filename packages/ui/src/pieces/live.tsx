import type { ReactNode } from 'react';
import { Icon } from '../icon.tsx';
import './live.css';

/** Words for screen readers only, read out when they change: empty from the start, since it must exist before it speaks. */
export const LiveRegion = ({ children }: { children?: ReactNode }) => <output className="vh">{children}</output>;

/** No connection: what is shown is the last known, and what is written will go out by itself. */
export const OfflineBar = ({ children }: { children: ReactNode }) => (
  <output className="offline">
    <Icon name="offline" /> <span>{children}</span>
  </output>
);

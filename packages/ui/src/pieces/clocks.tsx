import type { CSSProperties } from 'react';
import type { Clock } from '../shapes.ts';
import './clocks.css';

const key = (clock: Clock, index: number) => `${index} ${clock.time}`;

/** A moment in one line: 17:30 your time | 08:00 New York. */
export const TwoClocks = ({ clocks }: { clocks: readonly Clock[] }) => (
  <span className="two">
    {clocks.map((clock, index) => (
      <span key={key(clock, index)}>
        <b>{clock.time}</b> {clock.place}
      </span>
    ))}
  </span>
);

/** A moment as a block: each place's hour, and where in that place's day it falls. */
export const Clocks = ({ clocks }: { clocks: readonly Clock[] }) => (
  <ul className="clocks">
    {clocks.map((clock, index) => (
      <li key={key(clock, index)}>
        <b>{clock.time}</b>{' '}
        <span>
          {clock.place}
          {clock.spoken && <span className="vh">{clock.spoken}</span>}
        </span>
        {clock.hour !== undefined && <span className="day drawn" style={{ '--h': clock.hour } as CSSProperties} />}
      </li>
    ))}
  </ul>
);

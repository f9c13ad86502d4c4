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
        {clock.hour !== undefined && <Day hour={clock.hour} />}
      </li>
    ))}
  </ul>
);

/** That place's day from midnight to midnight, 8 to 18 filled, the pen at the moment. */
const Day = ({ hour }: { hour: number }) => (
  <svg className="day" viewBox="0 0 96 12" aria-hidden="true">
    <rect className="rest" y="4" width="96" height="4" />
    <rect className="work" x="32" y="4" width="40" height="4" />
    <rect className="now" x={Math.round(hour * 40) / 10 - 1.5} width="3" height="12" />
  </svg>
);

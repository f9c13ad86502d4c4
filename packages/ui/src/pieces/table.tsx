import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { Bar } from './bar.tsx';
import './table.css';

export interface TableProps {
  /** What the table shows; for screen readers unless `captioned`. */
  caption: string;
  captioned?: boolean | undefined;
  columns: readonly { label: string; numeric?: boolean | undefined }[];
  /** Cells in the order of the columns. The first cell of a row names the row. */
  rows: readonly (readonly ReactNode[])[];
  small?: boolean | undefined;
  /** On a phone each row becomes a short pile of lines, and each cell says what its column is. */
  pile?: boolean | undefined;
}

/** What scrolls sideways must be reachable by keyboard; a group, since a landmark for every table is noise. */
const reachable = (name: string) => ({ role: 'group', tabIndex: 0, 'aria-label': name });

/** A table that scrolls by itself when it is too wide. */
export const Table = ({ caption, captioned, columns, rows, small, pile }: TableProps) => (
  <div className="scroll" {...reachable(caption)}>
    <table className={cx(small && 'small', pile && 'pile')}>
      <caption className={captioned ? undefined : 'vh'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, numeric }, index) => (
            <th key={`${index} ${numeric}`} scope="col" className={numeric ? 'n' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells], index) => (
          <tr key={typeof name === 'string' ? `${index} ${name}` : index}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td
                key={`${at + 1} ${columns[at + 1]?.numeric}`}
                className={columns[at + 1]?.numeric ? 'n' : undefined}
                data-label={pile ? columns[at + 1]?.label : undefined}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

export interface GaugeProps {
  /** 0 to 1. */
  value: number;
  due?: boolean | undefined;
}

/** A short bar beside its words; the words carry the meaning. */
export const Gauge = ({ value, due }: GaugeProps) => <Bar share={value} className={cx('gauge', due && 'due')} />;

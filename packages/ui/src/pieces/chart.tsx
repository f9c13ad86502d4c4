import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import './chart.css';

export interface ChartProps {
  viewBox: string;
  /** The whole drawing in one sentence. */
  label: string;
  /** SVG elements; colour them with var(--ink), var(--pen), var(--edge), class `now` for what matters. */
  children: ReactNode;
  caption?: ReactNode;
  /** It begins where reading begins: its children are placed for the direction of the page. */
  mirrored?: boolean;
  /** The table behind it, in Details. */
  table?: ReactNode;
}

/** A small drawing with its sentence and the table behind it. */
export const Chart = (props: ChartProps) => <Drawing {...props} />;

export interface MapFigureProps extends ChartProps {
  /** What the drawing of borders does not say. */
  disclaimer: ReactNode;
}

/** A map, with the sentence that says what it shows and does not claim. */
export const MapFigure = ({ disclaimer, caption, ...props }: MapFigureProps) => (
  <Drawing
    {...props}
    map
    caption={
      <>
        {caption} {disclaimer}
      </>
    }
  />
);

const Drawing = ({ viewBox, label, children, caption, table, mirrored, map }: ChartProps & { map?: boolean }) => (
  <figure className={cx('chart', map && 'map', mirrored && 'mirrored')}>
    <svg viewBox={viewBox} role="img" aria-label={label}>
      {children}
    </svg>
    {caption && <figcaption className="small soft">{caption}</figcaption>}
    {table}
  </figure>
);

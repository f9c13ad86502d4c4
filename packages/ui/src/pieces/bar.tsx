import { cx } from '../cx.ts';

/** A share as a short bar. Drawn with attributes, not styles, so that a strict content policy leaves it alone. */
export const Bar = ({ share, className }: { share: number; className?: string | undefined }) => (
  <svg className={cx('bar-of', className)} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    <rect className="all" width="100" height="4" />
    <rect className="part" width={Math.round(share * 100)} height="4" />
  </svg>
);

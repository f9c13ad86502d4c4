import { cx } from './cx.ts';
import { type Drawing, drawings, type IconName } from './icon-paths.ts';

/** Only what points in reading direction turns round in Arabic; clocks, ticks and the day never do. */
const POINTING: ReadonlySet<IconName> = new Set(['arrow', 'back', 'next', 'reply', 'quote']);

export interface IconProps {
  name: IconName;
  /** 's' is 16px, for a line of text; otherwise 20px, for controls. */
  size?: 's' | undefined;
  /** Mirror in right-to-left pages; by default only what points in reading direction does. */
  flip?: boolean | undefined;
}

/** A drawing beside its word. It is always hidden from assistive technology: the word says it. */
export function Icon({ name, size, flip = POINTING.has(name) }: IconProps) {
  const { line, solid, dash }: Drawing = drawings[name];
  return (
    <svg className={cx('i', size, flip && 'flip')} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {line && <path d={line} />}
      {dash && <path d={dash} strokeDasharray="2 2.2" />}
      {solid && <path d={solid} fill="currentColor" stroke="none" />}
    </svg>
  );
}

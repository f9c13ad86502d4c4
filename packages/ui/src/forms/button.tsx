import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../cx.ts';
import { Icon } from '../icon.tsx';
import type { IconName } from '../icon-paths.ts';
import { Kbd } from '../pieces/plate.tsx';

interface Look {
  /** 'go' is the one main act of a view; 'link' reads as a link. */
  kind?: 'go' | 'plain' | 'link' | undefined;
  icon?: IconName | undefined;
  /** The key that does the same. */
  hotkey?: string | undefined;
  /** Its work is under way; it stays pressable. */
  busy?: boolean | undefined;
  children: ReactNode;
}

export type ButtonProps = Look &
  (
    | ({ href: string } & Omit<ComponentProps<'a'>, 'href' | 'className'>)
    | ({ href?: undefined } & Omit<ComponentProps<'button'>, 'className'>)
  );

/** A button: submits its form unless `type="button"`; with `href` a link that looks the same. */
export function Button({ kind = 'plain', icon, hotkey, busy, children, ...rest }: ButtonProps) {
  const look = {
    className: cx('btn', kind !== 'plain' && kind),
    'aria-busy': busy || undefined,
    'aria-keyshortcuts': hotkey,
  };
  const content = (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {hotkey && <Kbd>{hotkey}</Kbd>}
    </>
  );
  return rest.href === undefined ? (
    <button type="submit" {...rest} {...look}>
      {content}
    </button>
  ) : (
    <a {...rest} {...look}>
      {content}
    </a>
  );
}

/** Buttons side by side. */
export const Buttons = ({ children }: { children: ReactNode }) => <div className="btns">{children}</div>;

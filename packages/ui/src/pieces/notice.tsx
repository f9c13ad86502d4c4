import type { ReactNode } from 'react';
import { Icon } from '../icon.tsx';
import type { IconName } from '../icon-paths.ts';
import './notice.css';

export interface NoticeProps {
  tone?: 'info' | 'success' | 'warning' | 'error' | undefined;
  title?: ReactNode;
  children: ReactNode;
}

const icons: Record<NonNullable<NoticeProps['tone']>, IconName> = {
  info: 'info',
  success: 'sq-check',
  warning: 'warn',
  error: 'sq-cross',
};

/** Something the platform says about this page. An error interrupts a screen reader, the others wait. */
export const Notice = ({ tone = 'info', title, children }: NoticeProps) => (
  <div className={`notice ${tone}`} role={tone === 'error' ? 'alert' : tone === 'info' ? undefined : 'status'}>
    <Icon name={icons[tone]} />
    <div>
      {title && <h2>{title}</h2>}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  </div>
);

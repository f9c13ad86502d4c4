import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { Icon } from '../icon.tsx';
import type { IconName } from '../icon-paths.ts';
import './send-state.css';

export interface SendStateProps {
  label: string;
  /** In order: saved on this phone, sending, sent. */
  steps: readonly { label: ReactNode; icon?: IconName | undefined }[];
  /** Index of the step it stands at. */
  now: number;
  /** 'sent' when it arrived, 'failed' when it will not go by itself. */
  outcome?: 'sent' | 'failed' | undefined;
}

/** How far what was written has got. */
export const SendState = ({ label, steps, now, outcome }: SendStateProps) => (
  <ol className={cx('sends', outcome)} aria-label={label}>
    {steps.map((step, index) => (
      <li
        key={`${index} ${step.icon}`}
        className={index < now ? 'done' : index === now ? 'now' : undefined}
        aria-current={index === now ? 'step' : undefined}
      >
        {step.icon && <Icon name={step.icon} size="s" />} {step.label}
      </li>
    ))}
  </ol>
);

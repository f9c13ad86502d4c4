import type { NextStep as Step } from '@baraza/contracts/brokering';
import { NextStep, NextStepBand, type NextStepProps } from '@baraza/ui';
import type { ReactNode } from 'react';
import { useClocks, useI18n, useWorld } from '../../platform/index.ts';

const soon = 3;

/** Who must act, in words and tone; null organisation and role mean the platform's own desk. */
function useWho() {
  const i18n = useI18n();
  return (step: Step): { who: ReactNode; tone: NextStepProps['tone'] } => {
    const tone = step.late ? 'late' : step.who === 'you' ? 'you' : 'other';
    if (step.who === 'you') return { who: i18n.t('kernel.you'), tone };
    if (step.organisation) return { who: <bdi>{step.organisation.name}</bdi>, tone };
    if (step.name) return { who: <bdi>{step.name}</bdi>, tone };
    return { who: i18n.t(`kernel.role.${step.role ?? 'broker'}`), tone };
  };
}

export function useStep() {
  const { i18n, timeZone, now } = useWorld();
  const whoOf = useWho();
  const clocksOf = useClocks();
  const year = (at: string | number) => new Date(at).getUTCFullYear();
  /** A day of another year says which. */
  const day = (at: string) => i18n.date(at, year(at) === year(now) ? 'weekday' : 'full', timeZone);
  return (step: Step): NextStepProps => {
    const { who, tone } = whoOf(step);
    const days = Math.abs(step.workingDays);
    const overdue = step.workingDays < 0;
    return {
      who,
      tone,
      what: i18n.say(step.what),
      when: overdue
        ? i18n.t('brokering.wasDue', { date: day(step.dueAt) })
        : i18n.t('kernel.by', { date: day(step.dueAt) }),
      clocks: clocksOf(step.dueAt, step.timeZone),
      left: overdue ? i18n.t('kernel.late', { days }) : i18n.t('kernel.dueIn', { days }),
      soon: step.workingDays <= soon,
      ...(step.missed && {
        note: i18n.t('brokering.missed', {
          what: i18n.say(step.missed.what),
          date: i18n.date(step.missed.dueAt, 'dayMonth', timeZone),
        }),
      }),
    };
  };
}

/** The chip in a list: who, what, by when. */
export function StepChip({ step, href }: { step: Step; href?: string | undefined }) {
  return <NextStep {...useStep()(step)} {...(href && step.who === 'you' && { href })} />;
}

/** The page's own next step, under the heavy rule. */
export function StepBand({ step, children }: { step: Step; children?: ReactNode }) {
  const i18n = useI18n();
  return (
    <NextStepBand heading={i18n.t('brokering.nextStep')} {...useStep()(step)}>
      {children}
    </NextStepBand>
  );
}

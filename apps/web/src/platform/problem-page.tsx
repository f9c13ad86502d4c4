import type { Problem } from '@baraza/contracts/kernel';
import { Button, Buttons, PageHead, Stack } from '@baraza/ui';
import { useI18n } from './world.ts';

/** What went wrong, in words, and the way on. */
export function ProblemPage({ problem }: { problem: Problem | null }) {
  const i18n = useI18n();
  const code = problem?.code ?? 'not-found';
  const title = i18n.say(`kernel.problem.${code}`);
  const words = {
    'not-found': i18n.t('kernel.error.notFound'),
    'not-permitted': i18n.t('kernel.error.notPermitted'),
  } as Readonly<Record<string, string>>;
  const said = words[code] ?? problem?.detail ?? i18n.t('kernel.error.unexpected');
  return (
    <Stack>
      <title>{`${title} · ${i18n.t('kernel.brand')}`}</title>
      <PageHead title={title} />
      {said !== title && <p>{said}</p>}
      {problem?.instance && problem.status >= 500 && (
        <p className="small soft">{i18n.t('kernel.error.reference', { id: problem.instance })}</p>
      )}
      <Buttons>
        <Button href="/">{i18n.t('kernel.place.home')}</Button>
      </Buttons>
    </Stack>
  );
}

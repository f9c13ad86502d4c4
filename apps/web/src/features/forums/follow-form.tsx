import type { ThreadView } from '@baraza/contracts/forums';
import { ActionForm, FormProblem, Select, Submit, useI18n } from '../../platform/index.ts';

const levels = ['muted', 'normal', 'follow', 'everything'] as const;

interface Props {
  readonly operation: 'forums.follow' | 'forums.followForum';
  readonly params: Readonly<Record<string, string | number>>;
  readonly level: ThreadView['level'];
}

/** How much of a thread or a forum one wants to hear. */
export function FollowForm({ operation, params, level }: Props) {
  const i18n = useI18n();
  return (
    <ActionForm operation={operation} params={params} className="follow-form">
      <FormProblem />
      <Select
        key={level}
        name="level"
        label={<span className="vh">{i18n.t('forums.follow')}</span>}
        value={level ?? 'normal'}
        options={levels.map((value) => ({ value, label: i18n.t(`forums.level.${value}`) }))}
      />
      <Submit kind="plain">{i18n.t('kernel.save')}</Submit>
    </ActionForm>
  );
}

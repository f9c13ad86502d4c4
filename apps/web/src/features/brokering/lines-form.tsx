import type { RequestView } from '@baraza/contracts/brokering';
import { lineStates } from '@baraza/domain/brokering';
import { Details } from '@baraza/ui';
import { ActionForm, FormProblem, Hidden, Select, Submit, useI18n } from '../../platform/index.ts';

/** The owner says what became of each line. */
export function LinesForm({ request }: { request: RequestView }) {
  const i18n = useI18n();
  return (
    <Details id="lines" summary={i18n.t('brokering.lines.mark')} open={request.state === 'in_partnering'}>
      <ActionForm operation="brokering.markLines" params={{ ref: request.ref }} className="form">
        <FormProblem />
        <Hidden name="version" value={request.version} />
        {request.lines.map((line, i) => (
          <div key={line.id}>
            <Hidden name={`lines.${i}.id`} value={line.id} />
            <Select
              name={`lines.${i}.state`}
              label={
                <span lang={line.text.locale} dir="auto">
                  {line.text.text}
                </span>
              }
              value={line.state}
              options={lineStates.map((state) => ({ value: state, label: i18n.t(`brokering.line.${state}`) }))}
            />
          </div>
        ))}
        <Submit kind="plain">{i18n.t('brokering.lines.save')}</Submit>
      </ActionForm>
    </Details>
  );
}

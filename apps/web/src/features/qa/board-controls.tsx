import type { DeskView } from '@baraza/contracts/qa';
import { boardModes, closingReasons, identityPolicies } from '@baraza/domain/qa';
import { Button, Buttons, Details, FormActions } from '@baraza/ui';
import { ActionForm, FormProblem, Hidden, Select, Submit, useI18n } from '../../platform/index.ts';

/** The board itself: its phase, who reads new questions first, what becomes of leftovers. */
export function BoardControls({ desk }: { desk: DeskView }) {
  const i18n = useI18n();
  const { code, version, phase, mode, identity, moves, moderates, identityFixed, open } = desk;
  const params = { code };
  const wrapping = phase === 'wrap_up';
  return (
    <div className="board-controls">
      <Details summary={`${i18n.t('qa.desk.board')}: ${i18n.t(`qa.phase.${phase}`)}`} open={wrapping}>
        {moves.length > 0 && (
          <ActionForm operation="qa.moveBoard" params={params}>
            <FormProblem />
            <Hidden name="version" value={version} />
            <Buttons>
              {moves.map((move) => (
                <Submit key={move} kind="plain" name="move" value={move}>
                  {i18n.t(`qa.move.board.${move}`)}
                </Submit>
              ))}
            </Buttons>
          </ActionForm>
        )}
        {moderates && (
          <ActionForm operation="qa.settle" params={params} className="form">
            <FormProblem />
            <Hidden name="version" value={version} />
            <Select
              name="mode"
              label={i18n.t('qa.desk.mode')}
              value={mode}
              options={boardModes.map((value) => ({ value, label: i18n.t(`qa.mode.${value}`) }))}
            />
            {identityFixed ? (
              <p className="small soft">{i18n.t(`qa.identity.${identity}`)}</p>
            ) : (
              <Select
                name="identity"
                label={i18n.t('qa.desk.identity')}
                value={identity}
                options={identityPolicies.map((value) => ({ value, label: i18n.t(`qa.identity.${value}`) }))}
              />
            )}
            <FormActions>
              <Submit kind="plain">{i18n.t('kernel.save')}</Submit>
            </FormActions>
          </ActionForm>
        )}
        {moderates && wrapping && open > 0 && (
          <ActionForm operation="qa.closeLeftovers" params={params} className="form">
            <FormProblem />
            <Hidden name="version" value={version} />
            <Select
              name="closing"
              label={i18n.t('qa.desk.leftovers')}
              hint={i18n.t('qa.desk.leftoversHint')}
              options={closingReasons.map((value) => ({ value, label: i18n.t(`qa.closing.${value}`) }))}
            />
            <FormActions>
              <Submit kind="plain">{i18n.t('qa.desk.leftovers')}</Submit>
            </FormActions>
          </ActionForm>
        )}
        <Buttons>
          <Button href={`/b/${code}/stage`}>{i18n.t('qa.stage')}</Button>
        </Buttons>
      </Details>
    </div>
  );
}

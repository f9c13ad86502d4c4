import { Button } from '@baraza/ui';
import { useI18n } from '../world.ts';

/** What a form knows of the file that is on its way. */
export interface OnItsWay {
  /** How much of it has gone, 0 to 1; null while nothing is sent. */
  readonly share: number | null;
  readonly stopped: boolean;
}

/** How far a file has come, and how to stop it. What is read aloud comes in quarters: each percent would drown the page. */
export function Sending({ share, stopped, onStop }: OnItsWay & { readonly onStop: () => void }) {
  const i18n = useI18n();
  const wordsAt = (part: number) =>
    part < 1 ? i18n.t('kernel.form.sending', { share: part }) : i18n.t('kernel.form.sentWhole');
  return (
    <>
      {share !== null && (
        <div className="sending">
          <progress aria-label={i18n.t('kernel.sendState.sending')} {...(share < 1 && { value: share })} />
          <span className="num">{wordsAt(share)}</span>
          <Button type="button" onClick={onStop}>
            {i18n.t('kernel.form.stopSending')}
          </Button>
        </div>
      )}
      {/* It stands there before it says anything: an element that comes with its words is not always read. */}
      <p role="status" className={share === null && stopped ? 'small soft' : 'vh'}>
        {share !== null ? wordsAt(Math.floor(share * 4) / 4) : stopped ? i18n.t('kernel.form.stopped') : ''}
      </p>
    </>
  );
}

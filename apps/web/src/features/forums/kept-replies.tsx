import { Button, SendState, UserText } from '@baraza/ui';
import { actionUrl, discard, type Kept, useI18n, useKept } from '../../platform/index.ts';

/** Replies that wait on this device: what they say, and how far they have got. */
export function KeptReplies({ no }: { no: number }) {
  const kept = useKept(actionUrl('forums.reply', { no }));
  return kept.map((item) => <KeptReply key={item.key} item={item} />);
}

function KeptReply({ item }: { item: Kept }) {
  const i18n = useI18n();
  const words = new URLSearchParams(item.body);
  const refused = item.state === 'refused';
  return (
    <article className="post kept">
      <UserText lang={words.get('locale') ?? ''} text={words.get('text') ?? ''} />
      <SendState
        label={i18n.t('forums.sendState')}
        steps={[
          { label: i18n.t('kernel.sendState.saved'), icon: 'phone' },
          { label: i18n.t('kernel.sendState.sending') },
          { label: i18n.t('kernel.sendState.sent') },
        ]}
        now={item.state === 'saved' ? 0 : 1}
        outcome={refused ? 'failed' : undefined}
      />
      {refused ? (
        <>
          <p className="small stop">{i18n.t('forums.notTaken', { why: item.detail ?? '' })}</p>
          <Button type="button" kind="link" onClick={() => discard(item.key)}>
            {i18n.t('forums.discard')}
          </Button>
        </>
      ) : (
        <p className="small soft">{i18n.t('forums.keptNote')}</p>
      )}
    </article>
  );
}

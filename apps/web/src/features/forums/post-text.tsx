import type { PostView, PostText as Text } from '@baraza/contracts/forums';
import { Cite, Tongue, UserText } from '@baraza/ui';
import { useI18n, useReading } from '../../platform/index.ts';
import { postHref } from './places.ts';

/** What was written, in the reader's language where there is one, and the line that says so. */
export function PostText({ text }: { text: Text }) {
  const i18n = useI18n();
  const { from, to, spoken, how } = useReading()(text);
  const { source } = text;
  return (
    <>
      <UserText lang={text.locale} html={text.html} />
      {source ? (
        <Tongue
          from={from}
          to={to ?? undefined}
          sentence={spoken}
          note={how}
          show={i18n.t('kernel.seeOriginal')}
          hide={i18n.t('kernel.hideOriginal')}
        >
          <UserText lang={source.locale} html={source.html} />
        </Tongue>
      ) : (
        <Tongue from={from} sentence={spoken} note={how} />
      )}
    </>
  );
}

/** Another's words as they were when they were quoted. */
export function Quotation({ quote, no }: { quote: NonNullable<PostView['quote']>; no: number }) {
  const i18n = useI18n();
  if (quote.excerpt === null) return <p className="small soft">{i18n.t('forums.quoteGone')}</p>;
  const source = (
    <>
      <a className="plain" href={postHref(no, quote.no)}>
        {i18n.t('forums.quoteSource', { author: quote.author, no: quote.no })}
      </a>
      {!quote.current && <span> · {i18n.t('forums.quoteEarlier')}</span>}
    </>
  );
  return (
    <Cite lang={quote.locale} source={source}>
      <p>{quote.excerpt}</p>
    </Cite>
  );
}

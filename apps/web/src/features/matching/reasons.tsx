import type { Because } from '@baraza/contracts/matching';
import { Details, Lines } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';
import { sentenceOf } from './sentence.ts';

function Reason({ reason }: { reason: Because }) {
  const i18n = useI18n();
  return (
    <li>
      {sentenceOf(i18n, reason)}
      {reason.evidence.length > 0 && (
        <Lines
          lines={reason.evidence.map(({ kind, label, locale, href }) => ({
            head: <span className="small soft">{i18n.t(`matching.evidence.${kind}`)}</span>,
            text: (
              <a href={href} lang={locale} dir="auto">
                {label}
              </a>
            ),
          }))}
        />
      )}
    </li>
  );
}

const shown = 3;

/** The weightiest reasons with what each rests on; the rest for who wants it. Never a score. */
export function Reasons({ reasons }: { reasons: readonly Because[] }) {
  const i18n = useI18n();
  const list = (some: readonly Because[]) => (
    <ul className="plain">
      {some.map((reason) => (
        <Reason key={`${reason.key} ${JSON.stringify(reason.args)}`} reason={reason} />
      ))}
    </ul>
  );
  return (
    <>
      {list(reasons.slice(0, shown))}
      {reasons.length > shown && (
        <Details summary={i18n.t('matching.candidates.more')}>{list(reasons.slice(shown))}</Details>
      )}
    </>
  );
}

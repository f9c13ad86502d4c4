import type { Because } from '@baraza/contracts/matching';
import { Details } from '@baraza/ui';
import { Fragment } from 'react';
import { useI18n } from '../../platform/index.ts';
import { sentenceOf } from './sentence.ts';
import './reasons.css';

const usual = 3;
const evidenceShown = 2;

function Reason({ reason, brief }: { reason: Because; brief?: boolean | undefined }) {
  const i18n = useI18n();
  const evidence = brief ? reason.evidence.slice(0, evidenceShown) : reason.evidence;
  return (
    <li>
      {sentenceOf(i18n, reason)}
      {evidence.length > 0 && (
        <span className="small soft rests">
          {evidence.map(({ kind, label, locale, href }, i) => (
            <Fragment key={`${kind} ${href} ${label}`}>
              {i > 0 && ' · '}
              {i18n.t(`matching.evidence.${kind}`)}{' '}
              <a href={href} lang={locale} dir="auto">
                {label}
              </a>
            </Fragment>
          ))}
        </span>
      )}
    </li>
  );
}

/** The weightiest reasons with what each rests on; all of it for who wants it. Never a score. */
export function Reasons({ reasons, shown = usual }: { reasons: readonly Because[]; shown?: number }) {
  const i18n = useI18n();
  const list = (some: readonly Because[], brief?: boolean) => (
    <ul className="plain reasons">
      {some.map((reason) => (
        <Reason key={`${reason.key} ${JSON.stringify(reason.args)}`} reason={reason} brief={brief} />
      ))}
    </ul>
  );
  const more = reasons.length > shown || reasons.some(({ evidence }) => evidence.length > evidenceShown);
  return (
    <>
      {list(reasons.slice(0, shown), true)}
      {more && <Details summary={i18n.t('matching.candidates.more')}>{list(reasons)}</Details>}
    </>
  );
}

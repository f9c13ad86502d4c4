import type { Citation } from '@baraza/contracts/kernel';
import { useI18n } from '../../platform/index.ts';

/** Where what stands here can be checked. */
export function Source({ citation }: { citation: Citation }) {
  const i18n = useI18n();
  return (
    <p className="small soft">
      {i18n.t('programme.source')}
      {' · '}
      <bdi lang={citation.language}>{citation.title}</bdi>
      {citation.place && (
        <>
          {', '}
          <bdi lang={citation.language}>{citation.place}</bdi>
        </>
      )}
    </p>
  );
}

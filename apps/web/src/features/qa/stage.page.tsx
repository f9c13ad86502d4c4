import { Stage } from '@baraza/ui';
import { useQueryClient } from '@tanstack/react-query';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { useText } from './board-text.tsx';
import { stageQuery } from './qa.queries.ts';
import { useLive } from './use-live.ts';

export const data = (api: ApiClient, { params }: Located) => [stageQuery(api, params['code'] ?? '')];

/** For the projector: the question on air, or what the session is about, and how to join. Nothing else. */
export default function StagePage({ params }: PageProps) {
  const i18n = useI18n();
  const query = stageQuery(useApi(), params['code'] ?? '');
  const { code, topic, onAir, host, qr } = useData(query);
  const queries = useQueryClient();
  const look = () => void queries.invalidateQueries({ queryKey: query.queryKey });
  useLive(`board:${code}`, { onNews: look, onLook: look });
  const shown = useText()(
    onAir ?? { sourceLocale: topic.locale, sourceText: topic.text, sourceHash: '', variants: [] },
  );
  const asked = onAir && onAir.sourceLocale !== shown.locale;
  return (
    <>
      <PageTitle>{i18n.t('qa.stage')}</PageTitle>
      <Stage
        question={shown.text}
        lang={shown.locale}
        asked={asked ? { text: onAir.sourceText, lang: onAir.sourceLocale } : undefined}
        host={<bdi>{host}</bdi>}
        code={code}
        qr={
          <svg
            viewBox={`-2 -2 ${qr.size + 4} ${qr.size + 4}`}
            role="img"
            aria-label={i18n.t('qa.stageView.qr')}
            shapeRendering="crispEdges"
          >
            <path fill="#fff" d={`M-2 -2h${qr.size + 4}v${qr.size + 4}h-${qr.size + 4}z`} />
            <path fill="#14161a" d={qr.path} />
          </svg>
        }
      />
    </>
  );
}

import type { Happening } from '../../kernel/index.ts';
import type { RequestKind } from './request.facts.ts';
import type { RequestMove, RequestState } from './request.machine.ts';

export type RequestHappening =
  | Happening<
      'brokering.request.drafted',
      { readonly requestId: string; readonly organisationId: string; readonly kind: RequestKind }
    >
  | Happening<
      'brokering.request.handedOver',
      {
        readonly requestId: string;
        readonly organisationId: string;
        /** Brokers. */
        readonly before: string | null;
        readonly after: string | null;
        readonly to: RequestState;
      }
    >
  | Happening<'brokering.request.linesMarked', { readonly requestId: string; readonly organisationId: string }>
  | Happening<'brokering.request.revised', { readonly requestId: string; readonly organisationId: string }>
  | Happening<
      'brokering.request.moved',
      {
        readonly requestId: string;
        readonly organisationId: string;
        readonly move: RequestMove;
        readonly from: RequestState;
        readonly to: RequestState;
        readonly reason: string | null;
      }
    >;

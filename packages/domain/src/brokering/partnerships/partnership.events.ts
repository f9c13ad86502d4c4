import type { Happening } from '../../kernel/index.ts';
import type { PartnershipMove, PartnershipState } from './partnership.machine.ts';

export interface AboutPartnership {
  readonly partnershipId: string;
  readonly matchId: string | null;
  readonly requestId: string | null;
  readonly organisationIds: readonly string[];
}

export type PartnershipHappening =
  | Happening<'brokering.partnership.proposed', AboutPartnership>
  | Happening<
      'brokering.partnership.accepted' | 'brokering.partnership.agreed',
      AboutPartnership & { readonly acceptedFor: string; readonly name: string }
    >
  | Happening<
      'brokering.partnership.moved',
      AboutPartnership & {
        readonly move: PartnershipMove;
        readonly from: PartnershipState;
        readonly to: PartnershipState;
        readonly reason: string | null;
      }
    >;

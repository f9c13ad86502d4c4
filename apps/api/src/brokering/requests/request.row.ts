import type { Counterpart } from '@baraza/contracts/brokering';
import type {
  Appeal,
  Clarification,
  ContactPolicy,
  Declined,
  Enough,
  ExpectedOutcome,
  Hold,
  HoldableState,
  Modality,
  NeedLine,
  Proposal,
  Readiness,
  RequestFacts,
  RequestKind,
  RequestState,
  Resources,
  SafeguardLevel,
  Sector,
  Urgency,
  Visibility,
} from '@baraza/domain/brokering';
import type { Region } from '@baraza/domain/cities';
import type { Locale } from '@baraza/domain/kernel';
import type { LocalizedText } from '@baraza/domain/translation';
import { Column, Entity } from 'typeorm';
import { SubjectRow } from '../case/subject.row.ts';
import type { Snapshot } from './request.changes.ts';

/** A request as it is stored; the domain's rules read it as it is. */
@Entity('request')
export class RequestRow extends SubjectRow implements RequestFacts {
  @Column('text') ref: string;
  @Column('text') state: RequestState;
  @Column('text') kind: RequestKind;
  @Column('uuid') organisationId: string;
  @Column('uuid') authorId: string;
  @Column('uuid', { nullable: true }) clusterId: string | null;
  @Column('text') region: Region;
  @Column('text') visibility: Visibility;
  @Column('text') locale: Locale;
  @Column('jsonb', { nullable: true }) title: LocalizedText | null;
  @Column('jsonb', { nullable: true }) context: LocalizedText | null;
  @Column('jsonb', { nullable: true }) wantedResult: LocalizedText | null;
  @Column('jsonb', { nullable: true }) whatWeTried: LocalizedText | null;
  @Column('jsonb', { nullable: true }) whatWeBring: LocalizedText | null;
  @Column('jsonb', { nullable: true }) partnerSought: LocalizedText | null;
  @Column('jsonb') lines: NeedLine[];
  @Column('text', { array: true }) modalities: Modality[];
  @Column('text', { array: true }) themes: string[];
  @Column('int', { array: true }) sdgs: number[];
  @Column('text', { array: true }) sdgTargets: string[];
  @Column('text', { array: true }) sectors: Sector[];
  @Column('text', { array: true }) languages: string[];
  @Column('text', { nullable: true }) readiness: Readiness | null;
  @Column('jsonb', { nullable: true }) window: { start: string; end: string } | null;
  @Column('text') urgency: Urgency;
  @Column('jsonb') resources: Resources;
  @Column('jsonb') expectedOutcomes: ExpectedOutcome[];
  /** Who sees to it every day. */
  @Column('uuid', { nullable: true }) delegateId: string | null;
  @Column('jsonb', { nullable: true }) counterpart: Counterpart | null;
  @Column('text') contactPolicy: ContactPolicy;
  @Column('text', { nullable: true }) heldFrom: HoldableState | null;
  @Column('timestamptz', { nullable: true }) heldUntil: Date | null;
  @Column('jsonb') holds: Hold[];
  @Column('uuid', { nullable: true }) addressedTo: string | null;
  @Column('jsonb', { nullable: true }) proposal: Proposal | null;
  @Column('jsonb', { nullable: true }) decline: Declined | null;
  @Column('jsonb', { nullable: true }) appeal: Appeal | null;
  @Column('text', { nullable: true }) safeguard: SafeguardLevel | null;
  /** What it said when the broker last asked. */
  @Column('jsonb', { nullable: true }) askedAbout: Snapshot | null;
  @Column('text', { nullable: true }) origin: string | null;
  @Column('uuid', { nullable: true }) approvedBy: string | null;
  @Column('uuid', { nullable: true }) claimedBy: string | null;
  @Column('timestamptz', { nullable: true }) leaseUntil: Date | null;
  @Column('int', { nullable: true }) reviewLeft: number | null;
  @Column('jsonb') clarifications: Clarification[];
  @Column('timestamptz', { nullable: true }) submittedAt: Date | null;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  @Column('timestamptz', { nullable: true }) expiresAt: Date | null;
  @Column('timestamptz', { nullable: true }) lastConfirmedAt: Date | null;
  @Column('int') suggestions: number;
  @Column('jsonb', { nullable: true }) enough: Enough | null;
  @Column('boolean') partnered: boolean;
  @Column('uuid', { array: true }) counterpartIds: string[];
  /** When the most urgent step of the case is due, or was and nobody took it: its place on the desk. */
  @Column('timestamptz', { nullable: true }) nextDueAt: Date | null;
}

import type { Actual, Baseline, OutcomeLevel, OutcomeState, Verifier } from '@baraza/domain/brokering';
import type { LocalizedText } from '@baraza/domain/translation';
import { Column, Entity } from 'typeorm';
import { SubjectRow } from '../case/subject.row.ts';

@Entity('outcome')
export class OutcomeRow extends SubjectRow {
  @Column('text') state: OutcomeState;
  @Column('uuid') partnershipId: string;
  @Column('uuid') claimantId: string;
  @Column('jsonb') indicator: LocalizedText;
  @Column('text') level: OutcomeLevel;
  @Column('text') unit: string;
  @Column('jsonb', { nullable: true }) baseline: Baseline | null;
  @Column('float8', { nullable: true }) target: number | null;
  @Column('jsonb') actuals: Actual[];
  @Column('jsonb', { nullable: true }) disaggregation: LocalizedText | null;
  @Column('uuid', { nullable: true }) countersignedFor: string | null;
  @Column('timestamptz', { nullable: true }) countersignedAt: Date | null;
  @Column('timestamptz', { nullable: true }) sealedAt: Date | null;
  @Column('timestamptz', { nullable: true }) verifiedAt: Date | null;
  @Column('jsonb', { nullable: true }) verifier: Verifier | null;
}

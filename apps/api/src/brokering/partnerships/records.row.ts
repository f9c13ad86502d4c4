import type { ContributionKind, ContributionState, MilestoneState, Monetised } from '@baraza/domain/brokering';
import type { LocalizedText } from '@baraza/domain/translation';
import { Column, Entity } from 'typeorm';
import { SubjectRow } from '../case/subject.row.ts';

@Entity('milestone')
export class MilestoneRow extends SubjectRow {
  @Column('uuid') partnershipId: string;
  @Column('jsonb') title: LocalizedText;
  @Column('date') due: string;
  @Column('uuid') ownerId: string;
  @Column('text') state: MilestoneState;
}

@Entity('contribution')
export class ContributionRow extends SubjectRow {
  @Column('uuid') partnershipId: string;
  @Column('uuid') organisationId: string;
  @Column('text') kind: ContributionKind;
  @Column('float8') quantity: number;
  @Column('text') unit: string;
  @Column('jsonb', { nullable: true }) monetised: Monetised | null;
  @Column('date') date: string;
  @Column('text') state: ContributionState;
  @Column('uuid', { nullable: true }) confirmedFor: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
}

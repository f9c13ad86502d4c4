import type { ContributionKind, MilestoneState, Monetised } from '@baraza/domain/brokering';
import type { LocalizedText } from '@baraza/domain/translation';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('milestone')
export class MilestoneRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') partnershipId: string;
  @Column('jsonb') title: LocalizedText;
  @Column('date') due: string;
  @Column('uuid') ownerId: string;
  @Column('text') state: MilestoneState;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('timestamptz') createdAt: Date;
}

@Entity('contribution')
export class ContributionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') partnershipId: string;
  @Column('uuid') organisationId: string;
  @Column('text') kind: ContributionKind;
  @Column('float8') quantity: number;
  @Column('text') unit: string;
  @Column('jsonb', { nullable: true }) monetised: Monetised | null;
  @Column('date') date: string;
  @Column('uuid', { nullable: true }) confirmedFor: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz') createdAt: Date;
}

import type { PartnershipState, PartyRole, Rhythm } from '@baraza/domain/brokering';
import type { Locale } from '@baraza/domain/kernel';
import type { LocalizedText } from '@baraza/domain/translation';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SubjectRow } from '../case/subject.row.ts';

@Entity('partnership')
export class PartnershipRow extends SubjectRow {
  @Column('text') ref: string;
  @Column('text') state: PartnershipState;
  @Column('uuid') matchId: string;
  @Column('uuid') requestId: string;
  @Column('uuid', { array: true }) introducedIds: string[];
  @Column('uuid', { nullable: true }) claimedBy: string | null;
  @Column('boolean') confidential: boolean;
  @Column('text') locale: Locale;
  @Column('jsonb') title: LocalizedText;
  @Column('jsonb') plan: LocalizedText;
  /** What was signed elsewhere. */
  @Column('jsonb', { nullable: true }) instrument: LocalizedText | null;
  /** The parties have agreed that there is no formal instrument. */
  @Column('boolean') informal: boolean;
  @Column('text', { array: true }) themes: string[];
  @Column('timestamptz', { nullable: true }) startsAt: Date | null;
  @Column('date', { nullable: true }) endsOn: string | null;
  @Column('timestamptz', { nullable: true }) agreedAt: Date | null;
  @Column('timestamptz', { nullable: true }) activeSince: Date | null;
  @Column('text') rhythm: Rhythm;
  @Column('timestamptz', { nullable: true }) rhythmSince: Date | null;
  @Column('int') checkIns: number;
  @Column('timestamptz', { nullable: true }) resumeAt: Date | null;
}

@Entity('partnership_party')
export class PartnershipPartyRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') organisationId: string;
  /** The first one leads. */
  @Column('int') position: number;
  @Column('text') role: PartyRole;
  @Column('uuid', { nullable: true }) acceptedBy: string | null;
  @Column('text', { nullable: true }) acceptedName: string | null;
  @Column('timestamptz', { nullable: true }) acceptedAt: Date | null;
}

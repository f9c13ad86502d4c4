import type { MeetingOutcome, MeetingSide, MeetingState } from '@baraza/domain/brokering';
import type { LocalizedText } from '@baraza/domain/translation';
import { Column, Entity } from 'typeorm';
import { SubjectRow } from '../case/subject.row.ts';

@Entity('meeting')
export class MeetingRow extends SubjectRow {
  @Column('text') state: MeetingState;
  @Column('uuid', { nullable: true }) matchId: string | null;
  @Column('uuid', { nullable: true }) partnershipId: string | null;
  @Column('jsonb') topic: LocalizedText;
  @Column('text', { nullable: true }) place: string | null;
  @Column('int') minutes: number;
  @Column('uuid', { nullable: true }) proposerId: string | null;
  @Column('jsonb') sides: MeetingSide[];
  @Column('timestamptz', { array: true }) slots: Date[];
  @Column('timestamptz', { nullable: true }) chosen: Date | null;
  @Column('jsonb', { nullable: true }) outcome: MeetingOutcome | null;
}

import type { CheckInKind, CheckInSide, CheckInState } from '@baraza/domain/brokering';
import { Column, Entity } from 'typeorm';
import { SubjectRow } from '../case/subject.row.ts';

@Entity('check_in')
export class CheckInRow extends SubjectRow {
  @Column('text') state: CheckInState;
  @Column('uuid') partnershipId: string;
  @Column('text') kind: CheckInKind;
  @Column('timestamptz') opensAt: Date;
  @Column('timestamptz', { nullable: true }) referredAt: Date | null;
  @Column('jsonb') sides: CheckInSide[];
}

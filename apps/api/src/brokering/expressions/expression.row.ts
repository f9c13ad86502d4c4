import type { ExpressionFacts, ExpressionState } from '@baraza/domain/brokering';
import type { Locale } from '@baraza/domain/kernel';
import type { LocalizedText } from '@baraza/domain/translation';
import { Column, Entity } from 'typeorm';
import { SubjectRow } from '../case/subject.row.ts';

/** An expression of interest as it is stored; with its request beside it, it is what the rules read. */
@Entity('expression')
export class ExpressionRow extends SubjectRow implements Omit<ExpressionFacts, 'request'> {
  @Column('text') state: ExpressionState;
  @Column('uuid') requestId: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') authorId: string;
  @Column('text') locale: Locale;
  @Column('jsonb', { nullable: true }) message: LocalizedText | null;
  @Column('jsonb', { nullable: true }) weBring: LocalizedText | null;
  @Column('jsonb', { nullable: true }) conditions: LocalizedText | null;
  @Column('date', { nullable: true }) earliestStart: string | null;
  @Column('text', { array: true }) languages: string[];
  @Column('uuid', { array: true }) covers: string[];
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  @Column('uuid', { nullable: true }) acceptedBy: string | null;
}

import type { ClarificationFacts, ClarificationState } from '@baraza/domain/brokering';
import type { LocalizedText } from '@baraza/domain/translation';
import { Column, Entity } from 'typeorm';
import { SubjectRow } from '../case/subject.row.ts';

/** What another organisation asked about a request, as it is stored. */
@Entity('clarification')
export class ClarificationRow extends SubjectRow implements Omit<ClarificationFacts, 'request'> {
  @Column('text') state: ClarificationState;
  @Column('uuid') requestId: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') authorId: string;
  @Column('boolean') open: boolean;
  @Column('jsonb') question: LocalizedText;
  @Column('jsonb', { nullable: true }) answer: LocalizedText | null;
  @Column('uuid', { nullable: true }) answeredBy: string | null;
}

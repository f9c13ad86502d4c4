import type { LocalizedText } from '@baraza/domain/translation';
import { Column, PrimaryColumn } from 'typeorm';

/** What every subject's row has: its version, where it stands, and how it ended. */
export abstract class SubjectRow {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('timestamptz') stateSince: Date;
  @Column('timestamptz') lastActivityAt: Date;
  @Column('text', { nullable: true }) endReason: string | null;
  @Column('text', { nullable: true }) endedBy: string | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('jsonb', { nullable: true }) endNote: LocalizedText | null;
  @Column('timestamptz') createdAt: Date;
}

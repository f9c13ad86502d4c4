import type { MatchOrigin, MatchState, PartyRole, PrivateNo, Stance } from '@baraza/domain/brokering';
import type { LocalizedText } from '@baraza/domain/translation';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Explanation } from '../../matching/index.ts';
import { SubjectRow } from '../case/subject.row.ts';

@Entity('match')
export class MatchRow extends SubjectRow {
  @Column('text') state: MatchState;
  @Column('uuid') requestId: string;
  @Column('uuid', { nullable: true }) expressionId: string | null;
  @Column('text') origin: MatchOrigin;
  @Column('uuid', { nullable: true }) referredBy: string | null;
  @Column('jsonb', { nullable: true }) because: LocalizedText | null;
  /** What the matcher had to say for it when it was suggested. */
  @Column('jsonb', { nullable: true }) explanation: Explanation | null;
}

@Entity('match_party')
export class MatchPartyRow {
  @PrimaryColumn('uuid') matchId: string;
  @PrimaryColumn('uuid') organisationId: string;
  /** How often this side has answered, or was asked again. */
  @Column('int') version: number;
  /** The requester is first. */
  @Column('int') position: number;
  @Column('text') part: PartyRole;
  @Column('text') stance: Stance;
  @Column('timestamptz', { nullable: true }) until: Date | null;
  /** Why not, in confidence: for its own side and the desk. */
  @Column('jsonb', { nullable: true }) refusal: PrivateNo | null;
}

/** Another request that a ring answers, in the order of the ring. */
@Entity('ring_request')
export class RingRequestRow {
  @PrimaryColumn('uuid') matchId: string;
  @PrimaryColumn('uuid') requestId: string;
  @Column('int') position: number;
  /** The state of the match that the case of this request was last told of. */
  @Column('text') heard: MatchState;
}

/** What people of a case write to each other: while an expression is talked over, and in the room of a match. */
@Entity('brokering_message')
export class MessageRow {
  @PrimaryColumn('uuid') id: string;
  /** The order in which they were written. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS', insert: false, update: false })
  seq: string;
  @Column('uuid', { nullable: true }) expressionId: string | null;
  @Column('uuid', { nullable: true }) matchId: string | null;
  @Column('uuid') authorId: string;
  /** Null for a broker, who speaks for nobody. */
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('jsonb') text: LocalizedText;
  @Column('timestamptz') at: Date;
}

import { createHash, createHmac, randomBytes } from 'node:crypto';
import { visitor } from '@baraza/domain/kernel';
import { type IdentityPolicy, type Participant, participantOf } from '@baraza/domain/qa';
import { Inject, Injectable } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { cookieNames } from '../platform/auth/askers.ts';
import { SETTINGS, type Settings } from '../platform/config/settings.ts';

const year = 60 * 60 * 24 * 365;

/** A board, and what is promised there to those who ask. */
export interface Promised {
  readonly id: string;
  readonly identity: IdentityPolicy;
}
/** How a freshly made device is told to remember itself. */
export type Remember = (cookie: string) => void;

/** Who somebody is at a board. A device has another name on each board, and none leads back to it. */
@Injectable()
export class Participants {
  private readonly settings: Settings;
  constructor(@Inject(SETTINGS) settings: Settings) {
    this.settings = settings;
  }

  of(board: Promised, { actor, device }: Asker): Participant {
    return participantOf(board.identity, actor, device === null ? null : this.blinded(board.id, device));
  }

  /** The same, and a device without a name of its own gets one, where the board needs it. */
  entering(board: Promised, asker: Asker, remember: Remember): Participant {
    const known = this.of(board, asker);
    return known.handle === null ? this.of(board, { ...asker, device: this.newDevice(remember) }) : known;
  }

  /** Gives a guest's device its name before anything is done with it, so that a lost answer loses no handle. */
  welcome({ device }: Asker, remember: Remember): void {
    if (device === null) this.newDevice(remember);
  }

  private newDevice(remember: Remember): string {
    const device = randomBytes(32).toString('base64url');
    const secure = this.settings.baseUrl.startsWith('https:') ? '; Secure' : '';
    remember(`${cookieNames.device}=${device}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly${secure}`);
    return device;
  }

  private blinded(boardId: string, device: string): string {
    return createHmac('sha256', this.settings.secret).update(`board ${boardId} ${device}`).digest('base64url');
  }
}

/**
 * Under whose name the record keeps a wish made on this board. On an anonymous one that is the handle alone: neither the
 * member, nor the address, nor the request may stand anywhere beside it (Q5).
 */
export const recordedAs = (board: Promised, asker: Asker, { handle }: Participant): Asker =>
  board.identity === 'anonymous'
    ? { ...asker, actor: visitor, device: handle, address: '-', requestId: '-', sessionId: null }
    : asker;

/** What tells a question sent twice from two questions, when the device made no number of its own: its wish. */
export const clientUuidOf = ({ wish }: Asker, handle: string): string =>
  createHash('md5')
    .update(`${handle} ${wish?.key ?? randomBytes(16).toString('hex')}`)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

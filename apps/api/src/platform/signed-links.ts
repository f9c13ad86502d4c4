import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SETTINGS, type Settings } from './config/settings.ts';

const macBytes = 20;
const timeBytes = 4;
const uuidBytes = 16;

/**
 * Links that open one thing to who holds them, without signing in. A token says for which ids and until when, signed for
 * one purpose with the secret of the house: it is worth nothing anywhere else. At most three ids, so that it fits an address.
 *
 * A link only names; whoever follows it decides nothing by that. What may be done is asked of the room's policy at the press
 * of the button, as that member, and never by a GET: mail scanners follow links.
 */
@Injectable()
export class SignedLinks {
  private readonly secret: string;
  constructor(@Inject(SETTINGS) { secret }: Settings) {
    this.secret = secret;
  }

  sign(purpose: string, ids: readonly string[], until: Date): string {
    const time = Buffer.alloc(timeBytes);
    time.writeUInt32BE(Math.floor(until.getTime() / 1000));
    const said = Buffer.concat([time, ...ids.map((id) => Buffer.from(id.replaceAll('-', ''), 'hex'))]);
    return Buffer.concat([said, this.mac(purpose, said)]).toString('base64url');
  }

  /** The ids it was signed for; null when it is forged, for another purpose, or too old. */
  read(purpose: string, token: string, now: Date): readonly string[] | null {
    if (!/^[\w-]{32,100}$/.test(token)) return null;
    const bytes = Buffer.from(token, 'base64url');
    // One token, one spelling: what is spent must not come again with other padding bits.
    if (bytes.toString('base64url') !== token) return null;
    const said = bytes.subarray(0, -macBytes);
    if (said.length < timeBytes || (said.length - timeBytes) % uuidBytes !== 0) return null;
    if (!timingSafeEqual(bytes.subarray(-macBytes), this.mac(purpose, said))) return null;
    if (said.readUInt32BE() * 1000 <= now.getTime()) return null;
    const ids: string[] = [];
    for (let at = timeBytes; at < said.length; at += uuidBytes)
      ids.push(
        said
          .subarray(at, at + uuidBytes)
          .toString('hex')
          .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
      );
    return ids;
  }

  /** For links that open once: true the first time, in the transaction of what it opens; two at once wait for each other. */
  async spend(tx: EntityManager, token: string): Promise<boolean> {
    const until = new Date(Buffer.from(token, 'base64url').readUInt32BE() * 1000);
    const first: unknown[] = await tx.query(
      'insert into spent_link (digest, until) values ($1, $2) on conflict do nothing returning 1',
      [createHash('sha256').update(token).digest('base64url'), until],
    );
    return first.length > 0;
  }

  async isSpent(tx: EntityManager, token: string): Promise<boolean> {
    const rows: unknown[] = await tx.query('select 1 from spent_link where digest = $1', [
      createHash('sha256').update(token).digest('base64url'),
    ]);
    return rows.length > 0;
  }

  private mac(purpose: string, said: Buffer): Buffer {
    return createHmac('sha256', this.secret).update(`link ${purpose} `).update(said).digest().subarray(0, macBytes);
  }
}

/** An address as a log may have it: whoever reads logs must not be able to follow a link. */
export const withoutTokens = (url: string): string => url.replace(/[\w-]{50,}/g, '…');

import { Injectable } from '@nestjs/common';

/** A mail about to be written: why, about what, to whom. */
export interface Mailing {
  readonly reason: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** The step that is owed, if that is what it is about: `brokering.step.…`. */
  readonly what: string | undefined;
  readonly memberId: string;
  readonly at: Date;
}
export interface MailLink {
  /** Begins with a slash. */
  readonly path: string;
  /** A message key; without it, the button says "open". */
  readonly label?: string;
}
type Offer = (mailing: Mailing) => Promise<MailLink | null>;

/** A room may put behind the button of a mail an address that works without signing in. Kept nowhere but in that mail. */
@Injectable()
export class MailLinks {
  private readonly offers: Offer[] = [];

  /** Call in a constructor. */
  offer(offer: Offer): void {
    this.offers.push(offer);
  }

  async for(mailing: Mailing): Promise<MailLink | null> {
    for (const offer of this.offers) {
      const link = await offer(mailing);
      if (link) return link;
    }
    return null;
  }
}

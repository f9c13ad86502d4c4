import { z } from 'zod';
import { defineShapes, Paging, pageOf } from '../kernel/index.ts';
import { byId, byRef, deskOnly } from './keys.ts';
import {
  MatchView,
  Referral,
  ReferralBody,
  RingSuggestionBody,
  SuggestionBody,
  SuggestionsBody,
} from './match.schema.ts';
import { Message, MessageBody, MoveBody } from './parts.schema.ts';
import { RequestView } from './request.schema.ts';

const matchMove = <const S extends string>(summary: S) =>
  ({ summary, access: 'member', params: byId, body: MoveBody, response: MatchView }) as const;

export const matchesRoutes = defineShapes({
  suggestPartner: {
    summary: 'Suggest an organisation to the requester, and the requester to it',
    access: deskOnly,
    params: byRef,
    body: SuggestionBody,
    response: MatchView,
  },
  suggestPartners: {
    summary: "Suggest several of the matcher's list at once; all of them or none",
    access: deskOnly,
    params: byRef,
    body: SuggestionsBody,
    response: RequestView,
  },
  suggestRing: {
    summary: 'Suggest a ring or a triangle that was found to everybody in it; each says yes or no on its own',
    access: deskOnly,
    params: z.object({ id: z.string().max(64).describe('As the list of rings has it') }),
    body: RingSuggestionBody,
    response: MatchView,
  },
  referPartner: {
    summary: 'Tell the brokers who has done this; neither side hears of it before they send it on',
    access: 'member',
    status: 201,
    params: byRef,
    body: ReferralBody,
    response: Referral,
  },
  match: {
    summary: 'A match, with contacts once open and its private room',
    access: 'member',
    params: byId,
    response: MatchView,
  },
  sendMatch: matchMove("Send a member's hint on to both sides"),
  setAsideMatch: matchMove("Put a member's hint aside, with the reason"),
  seeMatch: {
    summary: 'Say that a side has read the suggestion; nothing happens when it had',
    access: 'member',
    params: byId,
    response: MatchView,
  },
  notNowMatch: matchMove('Ask to be asked again later; the other side is asked meanwhile'),
  sayYesMatch: matchMove('Say yes to a suggestion; the last yes introduces'),
  sayNoMatch: matchMove('Say no to a suggestion; the other side reads that it was not pursued'),
  scopeMatch: matchMove('Begin to work out what to do together'),
  dropMatch: matchMove('Let it go, with the reason'),
  messages: {
    summary: 'The private room of those introduced, newest first',
    access: 'member',
    params: byId,
    query: z.object(Paging),
    response: pageOf(Message),
  },
  writeMessage: {
    summary: 'Write into the private room',
    access: 'member',
    status: 201,
    params: byId,
    body: MessageBody,
    response: Message,
  },
});

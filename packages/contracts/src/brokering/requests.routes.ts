import { z } from 'zod';
import { defineShapes, pageOf } from '../kernel/index.ts';
import { Line } from '../search/index.ts';
import { LinesBody } from './case.schema.ts';
import { byRef } from './keys.ts';
import { Offering } from './offering.schema.ts';
import { MoveBody } from './parts.schema.ts';
import { RequestCard, RequestView } from './request.schema.ts';
import { RequestDraftBody, RequestRevisionBody } from './request-content.schema.ts';
import { RequestFacets, RequestFilter } from './request-filter.schema.ts';

const requestMove = <const S extends string>(summary: S) =>
  ({ summary, access: 'member', params: byRef, body: MoveBody, response: RequestView }) as const;

export const requestsRoutes = defineShapes({
  requests: {
    summary: 'Published requests the reader may see, newest first',
    access: 'anyone',
    query: RequestFilter,
    response: pageOf(RequestCard),
  },
  requestFacets: {
    summary: 'How many requests each further filter would leave, and whose they are',
    access: 'anyone',
    query: RequestFilter,
    response: RequestFacets,
  },
  request: { summary: 'One request', access: 'anyone', params: byRef, response: RequestView },
  draftRequest: {
    summary: 'Write down a need, an offer or an exchange',
    access: 'member',
    status: 201,
    body: RequestDraftBody,
    response: RequestView,
  },
  reviseRequest: {
    summary: 'Write it anew: what is left out is emptied',
    access: 'member',
    params: byRef,
    body: RequestRevisionBody,
    response: RequestView,
  },
  submitRequest: requestMove('Send it to the desk; a focal point thereby stands behind it'),
  approveRequest: requestMove('Stand behind what a delegate submitted'),
  claimRequest: requestMove('Take the case, or keep it a while longer'),
  releaseClaimRequest: requestMove('Give the case back'),
  askRequest: requestMove('Ask the requester a question before deciding'),
  answerRequest: requestMove("Answer the broker's question"),
  publishRequest: requestMove('Open it to answers'),
  declineRequest: requestMove('Decline it, with a reason and what would make it acceptable'),
  agreeRequest: requestMove('Agree, as the second, to what another broker proposed'),
  sendBackRequest: requestMove('Not as it was proposed: the review goes on'),
  appealRequest: requestMove('Ask another lead broker to read what was declined'),
  upholdRequest: requestMove('Leave it declined, for good'),
  grantRequest: requestMove('Take what was declined into review again'),
  holdRequest: requestMove('Put it on hold until a day; the clocks of what hangs on it stand still'),
  resumeRequest: requestMove('Go on before that day'),
  confirmRequest: requestMove('Say that it still stands'),
  reactivateRequest: requestMove('Open an expired one again'),
  carryOnRequest: requestMove('Say that the search goes on although it is quiet, and how'),
  enoughRequest: requestMove('Say that nobody else is to be suggested, and why'),
  keepOpenRequest: requestMove('Keep the rest of it open after a partnership'),
  closeRequest: requestMove('Close it, with the reason'),
  withdrawRequest: requestMove('Take it back'),
  markLines: {
    summary: 'Say what became of each line',
    access: 'member',
    params: byRef,
    body: LinesBody,
    response: RequestView,
  },
  alreadyThere: {
    summary: 'Requests, threads and stories like what somebody is writing',
    access: 'member',
    query: z.object({ q: z.string().trim().max(200) }),
    response: z.object({ items: z.array(Line) }),
  },
  offering: {
    summary: 'For whom the reader may offer an organisation something that it did not ask for',
    access: 'anyone',
    params: z.object({ slug: z.string().max(80) }),
    response: Offering,
  },
});

import type { Api } from '@baraza/contracts/api';
import { type CallInit, type ClientOf, createClient } from '@baraza/contracts/client';
import { endpoints } from '@baraza/contracts/endpoints';

export { ApiError } from '@baraza/contracts/client';
export type ApiClient = ClientOf<Api>;
export type { CallInit };

/** In the browser `send` is fetch; on the server it asks the same process without a socket. */
export const makeClient = (send?: (url: string, init: RequestInit) => Promise<Response>): ApiClient =>
  createClient<Api>(endpoints, '', send);

import type { ClientToServer, ServerToClient } from '@baraza/contracts/kernel';
import type { Socket } from 'socket.io-client';

export type LiveSocket = Socket<ServerToClient, ClientToServer>;
let socket: Promise<LiveSocket> | undefined;

/** One socket for the whole visit, fetched when a page first wants to listen. Only a hint: pages live without it. */
export const liveSocket = (): Promise<LiveSocket> => {
  socket ??= import('socket.io-client').then(({ io }) =>
    io({ transports: ['websocket'], reconnectionDelayMax: 20_000 }),
  );
  return socket;
};

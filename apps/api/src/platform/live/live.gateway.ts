import type { ClientToServer, News, ServerToClient } from '@baraza/contracts/kernel';
import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
} from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import { DataSource } from 'typeorm';
import type { Asker } from '../asker.ts';
import { Askers } from '../auth/askers.ts';
import { Streams } from './streams.ts';

type LiveServer = Server<ClientToServer, ServerToClient, Record<string, never>, { asker: Promise<Asker> }>;
type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, { asker: Promise<Asker> }>;

const mostStreams = 20;
/** The sockets of one member. */
const roomOf = (memberId: string): string => `of ${memberId}`;

/** Sockets carry news, never wishes: a listener joins streams it may hear, and everything still arrives without it. */
@WebSocketGateway()
export class LiveGateway implements OnGatewayConnection<LiveSocket> {
  @WebSocketServer() private readonly server: LiveServer;
  private readonly askers: Askers;
  private readonly streams: Streams;
  private readonly dataSource: DataSource;

  constructor(askers: Askers, streams: Streams, dataSource: DataSource) {
    this.askers = askers;
    this.streams = streams;
    this.dataSource = dataSource;
    askers.whenForgotten((memberId) => this.hangUp(memberId));
  }

  handleConnection(socket: LiveSocket): void {
    const { headers, address } = socket.handshake;
    const { forgettings } = this.askers;
    socket.data.asker = this.askers.of({ headers, ip: address, id: socket.id });
    const known = async ({ actor }: Asker) => {
      if (!actor.id) return;
      await socket.join(roomOf(actor.id));
      if (forgettings !== this.askers.forgettings) socket.conn.close();
    };
    socket.data.asker.then(known).catch(() => socket.conn.close());
  }

  /** Ends a member's connections here; a page that still listens connects again by itself, as who its reader is now. */
  private hangUp(memberId: string): void {
    const { adapter, sockets } = this.server?.sockets ?? {};
    for (const id of [...(adapter?.rooms.get(roomOf(memberId)) ?? [])]) sockets?.get(id)?.conn.close();
  }

  @SubscribeMessage('join')
  async join(@ConnectedSocket() socket: LiveSocket, @MessageBody() stream: unknown): Promise<number | false> {
    try {
      const allowed = socket.rooms.size <= mostStreams && (await this.streams.mayHear(await socket.data.asker, stream));
      if (!allowed) return false;
      await socket.join(stream as string);
      return await this.numberOf(stream as string);
    } catch {
      return false; // an acknowledgement that never comes would leave the page waiting
    }
  }

  @SubscribeMessage('leave')
  async leave(@ConnectedSocket() socket: LiveSocket, @MessageBody() stream: unknown): Promise<void> {
    if (typeof stream === 'string') await socket.leave(stream);
  }

  /** Tells everyone who hears the stream, and `also` those of other streams (without its number). */
  broadcast(news: News, also: readonly string[] = []): void {
    this.server.to(news.stream).emit('news', news);
    if (also.length > 0)
      this.server
        .to([...also])
        .except(news.stream)
        .emit('news', { ...news, seq: null });
  }

  /** The present number of a stream, 0 before its first news. */
  async numberOf(stream: string): Promise<number> {
    const [row]: { seq: number }[] = await this.dataSource.query('select seq from stream where name = $1', [stream]);
    return row?.seq ?? 0;
  }
}

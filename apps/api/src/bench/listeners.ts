// A thousand sockets in a process of their own; a line on stdout each time all have heard so much.
import { io, type Socket } from 'socket.io-client';

const [url = '', stream = '', count = '1000'] = process.argv.slice(2);
const wanted = Number(count);
let heard = 0;
let goal = Number.POSITIVE_INFINITY;

const listen = (): Promise<Socket> =>
  new Promise((joined, failed) => {
    const socket = io(url, { transports: ['websocket'], forceNew: true });
    socket.on('connect_error', failed);
    socket.on('news', () => {
      heard += 1;
      if (heard === goal) process.stdout.write(`heard ${heard}\n`);
    });
    socket.on('connect', () =>
      socket.emit('join', stream, (seq: number | false) =>
        seq === false ? failed(new Error(`may not hear ${stream}`)) : joined(socket),
      ),
    );
  });

for (let made = 0; made < wanted; made += 50)
  await Promise.all(Array.from({ length: Math.min(50, wanted - made) }, listen));
process.stdin.on('data', (chunk) => {
  heard = 0;
  goal = Number(String(chunk).trim()) * wanted;
  process.stdout.write('counting\n');
});
process.stdout.write('listening\n');

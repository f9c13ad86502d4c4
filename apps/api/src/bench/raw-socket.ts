// The bare baseline of fan-out: socket.io and nothing else. A line on stdin is a broadcast of so many messages.
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });
io.on('connection', (socket) =>
  socket.on('join', async (room: string, done: (seq: number) => void) => {
    await socket.join(room);
    done(0);
  }),
);
createInterface({ input: process.stdin }).on('line', (line) => {
  const { stream, count } = JSON.parse(line) as { stream: string; count: number };
  for (let seq = 1; seq <= count; seq++)
    io.to(stream).emit('news', { stream, seq, name: 'forums.post.written', data: { no: seq } });
});
http.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready at'));

import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail server at the network's edge: takes everything and opens it as a mail program would. */
export interface PostOffice {
  readonly url: string;
  /** What has arrived for an address, oldest first. */
  to(address: string): Email[];
  close(): Promise<void>;
}

export async function openPostOffice(): Promise<PostOffice> {
  const arrived: Email[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          arrived.push(mail);
          done();
        }, done);
      });
    },
  });
  server.on('error', () => {}); // a client that hangs up is no concern of the office
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    to: (address) => arrived.filter((mail) => mail.to?.some((to) => to.address === address)),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The path and query of the one link of a mail. */
export function linkIn(mail: Email | undefined): URL {
  const [link] = mail?.text?.match(/https?:\/\/\S+/) ?? [];
  if (!link) throw new Error(`there is no link in ${mail?.subject ?? 'no mail'}`);
  return new URL(link);
}

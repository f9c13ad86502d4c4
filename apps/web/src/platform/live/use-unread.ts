import { useState } from 'react';
import { useWorld } from '../world.ts';
import { useStream } from './use-stream.ts';

/** How many notifications the reader has not read: as the page said it, then as it is told. */
export function useUnread(): number {
  const { api, reader } = useWorld();
  const [unread, setUnread] = useState(reader?.counts['inbox'] ?? 0);
  useStream(reader && `member:${reader.id}`, reader?.heard ?? 0, {
    onNews: ({ data }) => setUnread((data as { readonly unread: number }).unread),
    onReset: () => void api.members.session().then((now) => setUnread(now.reader?.counts['inbox'] ?? 0)),
  });
  return unread;
}

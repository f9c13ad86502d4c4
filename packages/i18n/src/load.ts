import type { Locale } from '@baraza/domain/kernel';
import type { Messages } from './catalogue.ts';
import { loaders, type Room } from './generated/loaders.ts';

/** One lazy chunk per language and room; a room already fetched costs nothing. */
export const loadMessages = async (locale: Locale, rooms: readonly Room[]): Promise<Messages> => {
  const modules = await Promise.all(rooms.map((room) => loaders[locale][room]()));
  return Object.assign({}, ...modules.map(({ messages }) => messages));
};

import type { ReceivedFile } from '@baraza/contracts/kernel';
import { type FileType, fileName, fileTypes, pictureTypes } from '@baraza/domain/files';
import { Refusal } from '@baraza/domain/kernel';
import { fileTypeFromFile } from 'file-type';
import { demandSoundArchive } from './archive.ts';
import { type Picture, type Piece, redraw } from './picture.ts';
import { isPlainText } from './text.ts';

export interface Looked {
  readonly type: FileType;
  readonly name: string;
  readonly piece: Piece;
  readonly thumb: Picture | null;
}

const has = <T extends string>(list: readonly T[], value: string | undefined): value is T =>
  list.some((one) => one === value);
/** Text carries no mark of its own: here alone the name decides, and only between two that no browser runs. */
const textTypes = ['csv', 'txt'] as const;

/** What was received, by what is in it: its type, a name that fits it, and for a picture the picture redrawn. */
export async function lookInto(file: ReceivedFile): Promise<Looked> {
  const { name, path } = file;
  const found = (await fileTypeFromFile(path))?.ext;
  if (has(pictureTypes, found)) {
    const { picture, thumb } = await redraw(path);
    return { type: 'webp', name: fileName(name, 'webp'), piece: picture, thumb };
  }
  const type = has(fileTypes, found) ? found : await textType(file);
  if (type !== 'pdf' && !has(textTypes, type)) await demandSoundArchive(path);
  return { type, name: fileName(name, type), piece: file, thumb: null };
}

async function textType({ name, path }: ReceivedFile): Promise<FileType> {
  const ending = name.split('.').at(-1)?.toLowerCase();
  if (has(textTypes, ending) && (await isPlainText(path))) return ending;
  throw new Refusal('unsupported-media-type', 'files.refuse.type', {}, 'file');
}

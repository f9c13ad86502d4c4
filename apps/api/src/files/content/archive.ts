import { fileTerms } from '@baraza/domain/files';
import { Refusal } from '@baraza/domain/kernel';
import { openPromise } from 'yauzl';

/** Programs inside of an office document, by where each format keeps them. */
const programs = /(^|\/)(vba[^/]*\.(bin|xml)|activeX\/.*|Basic\/.+|Scripts\/.+)$/i;

/** Reads the table of contents of an office document, and unpacks nothing: too much in it, or a program, and it is refused. */
export async function demandSoundArchive(path: string): Promise<void> {
  let parts = 0;
  let bytes = 0;
  const zip = await openPromise(path, { autoClose: false }).catch(() => null);
  if (!zip) throw broken();
  try {
    for await (const { fileName, uncompressedSize } of zip.eachEntry()) {
      parts += 1;
      bytes += uncompressedSize;
      if (programs.test(fileName)) throw new Refusal('unsupported-media-type', 'files.refuse.macros', {}, 'file');
      if (parts > fileTerms.parts || bytes > fileTerms.unpackedBytes)
        throw new Refusal('invalid-input', 'files.refuse.bomb', {}, 'file');
    }
  } catch (error) {
    throw error instanceof Refusal ? error : broken();
  } finally {
    zip.close();
  }
}

const broken = () => new Refusal('invalid-input', 'files.refuse.broken', {}, 'file');

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileTerms } from '@baraza/domain/files';
import { Refusal } from '@baraza/domain/kernel';
import sharp from 'sharp';

// Pictures come one after the other, each with one thread, and nothing of them stays in memory.
sharp.cache(false);
sharp.concurrency(1);
let last: Promise<unknown> = Promise.resolve();

export interface Piece {
  readonly path: string;
  readonly bytes: number;
  readonly digest: string;
}
export interface Picture extends Piece {
  readonly width: number;
  readonly height: number;
}

/** The picture upright, no larger than it needs to be, and without place, time and owner of the camera; and a small one. */
export function redraw(path: string): Promise<{ readonly picture: Picture; readonly thumb: Picture }> {
  const drawn = last.then(async () => ({
    picture: await draw(path, `${path}.picture`, fileTerms.imageSide),
    thumb: await draw(path, `${path}.thumb`, fileTerms.thumbSide),
  }));
  last = drawn.catch(() => {});
  return drawn;
}

async function draw(path: string, to: string, side: number): Promise<Picture> {
  const { imagePixels: limitInputPixels, imageSeconds: seconds } = fileTerms;
  try {
    const { width, height } = await sharp(path, { limitInputPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds })
      .webp({ quality: 80 })
      .toFile(to);
    const drawn = await readFile(to);
    const digest = createHash('sha256').update(drawn).digest('hex');
    return { path: to, bytes: drawn.length, digest, width, height };
  } catch (error) {
    const why = /pixel limit|timeout/i.test(String(error)) ? 'files.refuse.tooManyPixels' : 'files.refuse.broken';
    throw new Refusal('invalid-input', why, {}, 'file');
  }
}

import { filePurposes, fileSubjects, fileTypes } from '@baraza/domain/files';
import { z } from 'zod';
import { Id, instant, Upload, Version } from '../kernel/index.ts';

export const FileType = z.enum(fileTypes).meta({ id: 'FileType' });
export const FilePurpose = z.enum(filePurposes).meta({ id: 'FilePurpose' });
export const FileSubject = z.enum(fileSubjects).meta({ id: 'FileSubject' });

export const FileBody = z
  .object({
    kind: FileSubject,
    subject: Id.describe('The id of the thing it is attached to'),
    purpose: FilePurpose.optional().describe('Without it, what is usual there'),
    open: z.boolean().default(false).describe('Shown to whoever sees the thing; documents always are'),
    file: Upload,
  })
  .meta({ id: 'FileUpload' });

export const FileChange = z
  .object({ version: Version, purpose: FilePurpose, open: z.boolean().default(false) })
  .meta({ id: 'FileChange' });
export const VersionQuery = z.object({ version: Version });

export const FileView = z
  .object({
    id: Id,
    version: z.int(),
    name: z.string(),
    type: FileType,
    bytes: z.int(),
    purpose: FilePurpose,
    open: z.boolean(),
    addedAt: instant,
    href: z.string().describe('Where its bytes are, for whoever may read it at that moment'),
    thumb: z
      .object({ href: z.string(), width: z.int(), height: z.int() })
      .nullable()
      .describe('A small picture of a picture'),
    mayChange: z.boolean(),
    mayRemove: z.boolean(),
  })
  .meta({ id: 'FileView' });
export type FileView = z.output<typeof FileView>;

/** The files on a thing, as far as the reader may know of them, and what they may add. */
export const FileShelf = z
  .object({
    files: z.array(FileView).describe('Oldest first'),
    attach: z
      .object({
        purposes: z.array(FilePurpose).describe('Those that are still free'),
        closed: z.boolean().describe('Nothing may be shown to everybody'),
      })
      .nullable(),
  })
  .meta({ id: 'FileShelf' });
export type FileShelf = z.output<typeof FileShelf>;

import { fileTerms } from '@baraza/domain/files';
import { z } from 'zod';
import { defineRoutes, Id } from '../kernel/index.ts';
import { filesEndpoints } from './files.endpoints.ts';
import { FileBody, FileChange, FileView, VersionQuery } from './files.schema.ts';

const byId = z.object({ id: Id });

/** What is attached to requests, expressions, partnerships, their results and the answers to check-ins. The bytes are at `FileView.href`, outside of the API's prefix. */
export const files = defineRoutes('files', filesEndpoints, {
  attach: {
    summary: 'Attach a file: PDF, picture, office document, CSV or plain text',
    access: 'member',
    status: 201,
    body: FileBody,
    upload: { field: 'file', bytes: fileTerms.fileBytes, seconds: fileTerms.uploadSeconds },
    response: FileView,
    perMinute: 30,
  },
  read: { summary: 'What a file is', access: 'anyone', params: byId, response: FileView },
  change: {
    summary: 'Say what a file is there for, and whether everybody reads it who sees the thing',
    access: 'member',
    params: byId,
    body: FileChange,
    response: FileView,
  },
  remove: { summary: 'Take a file away', access: 'member', params: byId, query: VersionQuery },
});

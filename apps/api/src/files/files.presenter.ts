import type { FileShelf, FileView } from '@baraza/contracts/files';
import { type FileRules, type FileSubject, fileTerms, isSingular, purposesOn } from '@baraza/domain/files';
import type { StoredFile } from './files.repository.ts';

/** A file as a statement hands it over with its thing. */
export type FileJson = Pick<
  StoredFile,
  'id' | 'version' | 'organisationId' | 'purpose' | 'open' | 'name' | 'type' | 'bytes' | 'thumbWidth' | 'thumbHeight'
> & { readonly addedAt: Date | string };

/** All files on a thing, for its own statement; which of them the reader gets is for `presentShelf` to say. */
export const filesJson = (kind: FileSubject, id: string): string =>
  `coalesce((select json_agg(json_build_object('id', f.id, 'version', f.version, 'organisationId', f.organisation_id, 'purpose', f.purpose,
    'open', f.open, 'name', f.name, 'type', f.type, 'bytes', f.bytes, 'addedAt', f.added_at, 'thumbWidth', f.thumb_width,
    'thumbHeight', f.thumb_height) order by f.seq)
    from file f where f.subject_kind = '${kind}' and f.subject_id = ${id}), '[]')`;

export function presentFile(file: FileJson, rules: FileRules): FileView {
  const { id, version, name, type, bytes, purpose, open, thumbWidth, thumbHeight } = file;
  const href = `/files/${id}`;
  const addedAt = new Date(file.addedAt);
  return {
    id,
    version,
    name,
    type,
    bytes,
    purpose,
    open,
    addedAt: addedAt.toISOString(),
    href,
    thumb: thumbWidth && thumbHeight ? { href: `${href}?size=thumb`, width: thumbWidth, height: thumbHeight } : null,
    mayChange: rules.mayChange(file),
    mayRemove: rules.mayRemove({ ...file, addedAt }),
  };
}

export function presentShelf(kind: FileSubject, files: readonly FileJson[], rules: FileRules): FileShelf {
  const free = purposesOn[kind].filter(
    (purpose) => !isSingular(kind, purpose) || !files.some((file) => file.purpose === purpose),
  );
  const room = rules.attachFor !== null && files.length < fileTerms.mostEach;
  return {
    files: files.filter((file) => rules.mayRead(file)).map((file) => presentFile(file, rules)),
    attach: room ? { purposes: free, closed: rules.closed } : null,
  };
}

import type { FileFacts, FileSubject } from '@baraza/domain/files';
import type { Db } from './holders.ts';

/** A file as it is stored, with where its bytes are. */
export interface StoredFile extends FileFacts {
  readonly digest: string;
  readonly thumb: string | null;
  readonly thumbBytes: number | null;
  readonly thumbWidth: number | null;
  readonly thumbHeight: number | null;
}

const columns = `f.id, f.version, f.subject_kind as "subjectKind", f.subject_id as "subjectId", f.organisation_id as "organisationId",
  f.uploader_id as "uploaderId", f.purpose, f.open, f.name, f.type, f.bytes, f.added_at as "addedAt", f.digest, f.thumb,
  f.thumb_bytes as "thumbBytes", f.thumb_width as "thumbWidth", f.thumb_height as "thumbHeight"`;

export const fileById = async (db: Db, id: string): Promise<StoredFile | undefined> =>
  ((await db.query(`select ${columns} from file f where f.id = $1`, [id])) as StoredFile[])[0];

/** The files of several things of a kind, in one statement. */
export async function filesOnEach(
  db: Db,
  kind: FileSubject,
  ids: readonly string[],
): Promise<(id: string) => StoredFile[]> {
  const files: StoredFile[] = await db.query(
    `select ${columns} from file f where f.subject_kind = $1 and f.subject_id = any($2::uuid[]) order by f.seq`,
    [kind, ids],
  );
  return (id) => files.filter(({ subjectId }) => subjectId === id);
}

export const filesOn = async (db: Db, kind: FileSubject, id: string): Promise<StoredFile[]> =>
  (await filesOnEach(db, kind, [id]))(id);

/** What the files of an organisation take. Until the transaction ends nobody else counts: two together never pass the limit. */
export async function bytesOf(db: Db, organisationId: string): Promise<number> {
  await db.query(`select pg_advisory_xact_lock(hashtextextended('files:' || $1, 0))`, [organisationId]);
  const [sum]: { bytes: string }[] = await db.query(
    'select coalesce(sum(bytes + coalesce(thumb_bytes, 0)), 0) as bytes from file where organisation_id = $1',
    [organisationId],
  );
  return Number(sum?.bytes);
}

export async function insertFile(db: Db, file: StoredFile): Promise<void> {
  await db.query(
    `insert into file (id, version, subject_kind, subject_id, organisation_id, uploader_id, purpose, open, name, type, bytes, added_at,
       digest, thumb, thumb_bytes, thumb_width, thumb_height)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      file.id,
      file.version,
      file.subjectKind,
      file.subjectId,
      file.organisationId,
      file.uploaderId,
      file.purpose,
      file.open,
      file.name,
      file.type,
      file.bytes,
      file.addedAt,
      file.digest,
      file.thumb,
      file.thumbBytes,
      file.thumbWidth,
      file.thumbHeight,
    ],
  );
}

export async function storeChange(db: Db, { id, version, purpose, open }: FileFacts): Promise<void> {
  await db.query('update file set version = $2, purpose = $3, open = $4 where id = $1', [id, version, purpose, open]);
}

/** The bytes stay a while after the last file that had them: a backup taken in between finds them. */
const touched = `update file_blob set touched_at = $1 where digest in (select digest from gone union select thumb from gone)`;

export async function deleteFile(db: Db, id: string, at: Date): Promise<void> {
  await db.query(`with gone as (delete from file where id = $2 returning digest, thumb) ${touched}`, [at, id]);
}

/** For a thing that is thrown away. */
export async function dropFiles(db: Db, kind: FileSubject, id: string, at: Date): Promise<void> {
  await db.query(
    `with gone as (delete from file where subject_kind = $2 and subject_id = $3 returning digest, thumb) ${touched}`,
    [at, kind, id],
  );
}

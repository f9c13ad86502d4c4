import { randomUUID } from 'node:crypto';
import type { FileBody, FileChange, FileView } from '@baraza/contracts/files';
import { attachFile, changeFile, demandPlace, purposesOn, removeFile } from '@baraza/domain/files';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Asker } from '../platform/asker.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { ProblemError } from '../platform/http/problem-error.ts';
import { Blobs } from './blobs.repository.ts';
import { lookInto } from './content/look.ts';
import { presentFile } from './files.presenter.ts';
import { FilesQueries } from './files.queries.ts';
import { bytesOf, deleteFile, filesOn, insertFile, type StoredFile, storeChange } from './files.repository.ts';

@Injectable()
export class FilesService {
  private readonly work: UnitOfWork;
  private readonly queries: FilesQueries;
  private readonly blobs: Blobs;
  constructor(work: UnitOfWork, queries: FilesQueries, blobs: Blobs) {
    this.work = work;
    this.queries = queries;
    this.blobs = blobs;
  }

  /** Nothing is read, drawn or stored for whoever may not attach it; while it is, nobody else waits. */
  async attach(asker: Asker, { kind, subject, open, ...body }: z.output<typeof FileBody>): Promise<FileView> {
    await this.work.recall(asker);
    const [usual] = purposesOn[kind];
    const wanted = { subjectKind: kind, subjectId: subject, purpose: body.purpose ?? usual ?? 'document', open };
    const place = await this.queries.place(asker, kind, subject);
    demandPlace(place.rules, wanted, place);
    const { name, type, piece, thumb } = await lookInto(body.file);
    await this.blobs.keep(thumb ? [piece, thumb] : [piece]);
    return this.work.run(asker, async ({ tx, tell, at }) => {
      const { rules, files } = await this.queries.place(asker, kind, subject, tx, true);
      const organisationId = demandPlace(rules, wanted, { files });
      const size = { bytes: piece.bytes, withThumb: piece.bytes + (thumb?.bytes ?? 0) };
      const kept = { files, organisationBytes: await bytesOf(tx, organisationId) };
      const draft = { ...wanted, id: randomUUID(), name, type };
      const { change, happening } = attachFile(rules, draft, size, kept, asker.actor, at);
      const file: StoredFile = {
        ...change,
        digest: piece.digest,
        thumb: thumb?.digest ?? null,
        thumbBytes: thumb?.bytes ?? null,
        thumbWidth: thumb?.width ?? null,
        thumbHeight: thumb?.height ?? null,
      };
      await insertFile(tx, file);
      await tell(happening);
      return presentFile(file, rules);
    });
  }

  change(asker: Asker, id: string, { version, ...wanted }: z.output<typeof FileChange>): Promise<FileView> {
    return this.work.run(asker, async ({ tx, tell }) => {
      const { file, rules } = await this.queries.open(asker, id, tx, true);
      demandVersion(file, version);
      const others = (await filesOn(tx, file.subjectKind, file.subjectId)).filter((other) => other.id !== id);
      const { change, happening } = changeFile(rules, file, wanted, others);
      await storeChange(tx, change);
      await tell(happening);
      return presentFile({ ...file, ...change }, rules);
    });
  }

  remove(asker: Asker, id: string, version: number): Promise<void> {
    return this.work.run(asker, async ({ tx, tell, at }) => {
      const { file, rules } = await this.queries.open(asker, id, tx, true);
      demandVersion(file, version);
      const happening = removeFile(rules, file);
      await deleteFile(tx, id, at);
      await tell(happening);
    });
  }
}

function demandVersion(file: StoredFile, version: number): void {
  if (file.version !== version) throw new ProblemError('stale-version');
}

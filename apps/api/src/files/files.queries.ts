import type { FileView } from '@baraza/contracts/files';
import { demandReader, type FileRules, isSharedOut } from '@baraza/domain/files';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Asker } from '../platform/asker.ts';
import { notFound } from '../platform/http/problem-error.ts';
import { presentFile } from './files.presenter.ts';
import { fileById, filesOn, type StoredFile } from './files.repository.ts';
import { type Db, FileHolders } from './holders.ts';

export interface OpenFile {
  readonly file: StoredFile;
  readonly rules: FileRules;
}

/** Files as their readers may have them. Whether they may is asked of the thing they hang on, each time anew. */
@Injectable()
export class FilesQueries {
  private readonly dataSource: DataSource;
  private readonly holders: FileHolders;
  constructor(dataSource: DataSource, holders: FileHolders) {
    this.dataSource = dataSource;
    this.holders = holders;
  }

  /** A file that this reader may read now; anything else is not there. `lock`: its thing stays as it is until the end. */
  async open(asker: Asker, id: string, db: Db = this.dataSource.manager, lock = false): Promise<OpenFile> {
    const found = await fileById(db, id);
    if (!found) throw notFound();
    const rules = await this.holders.rules(found.subjectKind, found.subjectId, asker, db, lock);
    const file = lock ? await fileById(db, id) : found;
    if (!rules || !file) throw notFound();
    demandReader(rules, file);
    return { file, rules };
  }

  async read(asker: Asker, id: string): Promise<FileView> {
    const { file, rules } = await this.open(asker, id);
    return presentFile(file, rules);
  }

  /** What is there before a file is attached. */
  async place(
    asker: Asker,
    kind: StoredFile['subjectKind'],
    id: string,
    db: Db = this.dataSource.manager,
    lock = false,
  ) {
    const rules = await this.holders.rules(kind, id, asker, db, lock);
    if (!rules) throw notFound();
    const files = await filesOn(db, kind, id);
    return {
      rules,
      files: isSharedOut(kind) ? files.filter((file) => file.organisationId === rules.attachFor) : files,
    };
  }
}

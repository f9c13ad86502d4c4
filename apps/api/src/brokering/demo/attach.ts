import type { FilePurpose, FileSubject } from '@baraza/domain/files';
import type { INestApplicationContext } from '@nestjs/common';
import { FilesService } from '../../files/index.ts';
import type { Asker } from '../../platform/asker.ts';
import { Uploads } from '../../platform/http/uploads.ts';
import { type PaperName, papers } from './papers.ts';

/** What a paper is there for, and whether everybody may read it. */
export interface Attached {
  readonly paper: PaperName;
  readonly purpose: FilePurpose;
  readonly open?: boolean;
}

/** Papers come as anybody's do: received, looked into, and stored where the settings say. */
export class Papers {
  private readonly uploads: Uploads;
  private readonly files: FilesService;
  constructor(app: INestApplicationContext) {
    this.uploads = app.get(Uploads);
    this.files = app.get(FilesService, { strict: false });
  }

  async attach(asker: Asker, kind: FileSubject, subject: string, { paper, purpose, open = false }: Attached) {
    const { name, make } = papers[paper];
    const { file, discard } = await this.uploads.lay(name, Buffer.from(await make(asker.at)));
    try {
      await this.files.attach(asker, { kind, subject, purpose, open, file });
    } finally {
      await discard();
    }
  }
}

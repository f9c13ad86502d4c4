import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '../platform/config/settings.ts';
import { Blobs } from './blobs.repository.ts';
import { FilesController } from './files.controller.ts';
import { FilesQueries } from './files.queries.ts';
import { FilesService } from './files.service.ts';
import { FileHolders } from './holders.ts';
import { BLOBS, type BlobStore } from './storage/blob-store.ts';
import { DiskStore } from './storage/disk.store.ts';
import { S3Store } from './storage/s3.store.ts';

const storeFor = ({ s3, dataDir }: Settings): BlobStore =>
  s3 ? new S3Store(s3) : new DiskStore(join(dataDir, 'files'));

/** What is attached to the things of other rooms. */
@Module({
  controllers: [FilesController],
  providers: [
    { provide: BLOBS, useFactory: storeFor, inject: [SETTINGS] },
    Blobs,
    FileHolders,
    FilesQueries,
    FilesService,
  ],
  exports: [FileHolders],
})
export class FilesModule {}

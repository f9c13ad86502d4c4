export { FilesModule } from './files.module.ts';
export { type FileJson, filesJson, presentShelf } from './files.presenter.ts';
export { dropFiles, filesOnEach } from './files.repository.ts';
export { FilesService } from './files.service.ts';
export { type Db, FileHolders } from './holders.ts';

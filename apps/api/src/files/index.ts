export { FilesModule } from './files.module.ts';
export { type FileJson, filesJson, presentShelf } from './files.presenter.ts';
export { dropFiles } from './files.repository.ts';
export { type Db, FileHolders } from './holders.ts';

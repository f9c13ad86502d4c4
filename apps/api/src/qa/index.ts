export { BoardsService, type NewBoard } from './boards.service.ts';
export { QaModule } from './qa.module.ts';

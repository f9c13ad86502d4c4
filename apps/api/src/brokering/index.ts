export { DeskQueries } from './desk/desk.queries.ts';
export { RequestsQueries } from './requests/requests.queries.ts';
export { RequestsService } from './requests/requests.service.ts';
export { type BrokeringTold, type CaseData, toldNames } from './told.ts';

import { Platform1700000000001 } from './0001-platform.ts';
import { PeopleAndPlaces1700000000002 } from './0002-people-and-places.ts';
import { Cities1700000000003 } from './0003-cities.ts';
import { Knowledge1700000000004 } from './0004-knowledge.ts';
import { Forums1700000000005 } from './0005-forums.ts';
import { Brokering1700000000006 } from './0006-brokering.ts';
import { Administration1700000000007 } from './0007-administration.ts';
import { Lineage1700000000008 } from './0008-lineage.ts';
import { Notifications1700000000009 } from './0009-notifications.ts';
import { Programme1700000000010 } from './0010-programme.ts';
import { Qa1700000000011 } from './0011-qa.ts';
import { Requests1700000000012 } from './0012-requests.ts';
import { Partnerships1700000000013 } from './0013-partnerships.ts';
import { Matching1700000000014 } from './0014-matching.ts';
import { Calendars1700000000015 } from './0015-calendars.ts';
import { Circles1700000000016 } from './0016-circles.ts';
import { Files1700000000017 } from './0017-files.ts';
import { Behaviours1700000000018 } from './0018-behaviours.ts';
import { DeskIndexes1700000000019 } from './0019-desk-indexes.ts';
import { SavedSearches1700000000020 } from './0020-saved-searches.ts';
import { Evidence1700000000021 } from './0021-evidence.ts';
import { RingsAtOnce1700000000022 } from './0022-rings-at-once.ts';
import { MeetingsOnRecord1700000000023 } from './0023-meetings-on-record.ts';
import { InboxByThing1700000000024 } from './0024-inbox-by-thing.ts';
import { RequestFields1700000000025 } from './0025-request-fields.ts';
import { WhoIsTold1700000000026 } from './0026-who-is-told.ts';
import { InTheFile1700000000027 } from './0027-in-the-file.ts';
import { Suggestions1700000000028 } from './0028-suggestions.ts';
import { Screening1700000000029 } from './0029-screening.ts';
import { QuestionsSearched1700000000030 } from './0030-questions-searched.ts';
import { Joined1700000000031 } from './0031-joined.ts';
import { Stances1700000000032 } from './0032-stances.ts';
import { LateFirst1700000000033 } from './0033-late-first.ts';

/** In order; a room adds its own file and one line here. */
export const migrations = [
  Platform1700000000001,
  PeopleAndPlaces1700000000002,
  Cities1700000000003,
  Knowledge1700000000004,
  Forums1700000000005,
  Brokering1700000000006,
  Administration1700000000007,
  Lineage1700000000008,
  Notifications1700000000009,
  Programme1700000000010,
  Qa1700000000011,
  Requests1700000000012,
  Partnerships1700000000013,
  Matching1700000000014,
  Calendars1700000000015,
  Circles1700000000016,
  Files1700000000017,
  Behaviours1700000000018,
  DeskIndexes1700000000019,
  SavedSearches1700000000020,
  Evidence1700000000021,
  RingsAtOnce1700000000022,
  MeetingsOnRecord1700000000023,
  InboxByThing1700000000024,
  RequestFields1700000000025,
  WhoIsTold1700000000026,
  InTheFile1700000000027,
  Suggestions1700000000028,
  Screening1700000000029,
  QuestionsSearched1700000000030,
  Joined1700000000031,
  Stances1700000000032,
  LateFirst1700000000033,
];

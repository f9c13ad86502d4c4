import { Platform1700000000001 } from './0001-platform.ts';
import { PeopleAndPlaces1700000000002 } from './0002-people-and-places.ts';

/** In order; a room adds its own file and one line here. */
export const migrations = [Platform1700000000001, PeopleAndPlaces1700000000002];

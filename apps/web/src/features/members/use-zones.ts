import { useEffect, useState } from 'react';

const none: readonly string[] = [];

/** The zones this browser knows, once it is a browser that draws: a list on the server would be another and weigh much. */
export function useZones(): readonly string[] {
  const [zones, setZones] = useState(none);
  useEffect(() => setZones(Intl.supportedValuesOf('timeZone')), []);
  return zones;
}

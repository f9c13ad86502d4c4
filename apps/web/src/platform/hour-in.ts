const formats = new Map<string, Intl.DateTimeFormat>();

/** To make one takes longer than all else a clock needs. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  formats.set(timeZone, made);
  return made;
}

/** Hours since midnight on a clock of that place. */
export function hourIn(timeZone: string, at: string): number {
  const [hour = '0', minute = '0'] = formatIn(timeZone).format(new Date(at)).split(':');
  return Number(hour) + Number(minute) / 60;
}

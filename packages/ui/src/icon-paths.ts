/** One drawing on the 20px grid: stroked `line`, `solid` areas, `dash`ed strokes. All of it is path data. */
export interface Drawing {
  readonly line?: string;
  readonly solid?: string;
  readonly dash?: string;
}

const box = 'M4 4h12v12H4z';
const page = 'M4.5 3h8l3 3v11h-11zM12.3 3.2V6.3h3';
const bubble = 'M3.5 3.5h13v9.6H9.4l-3.2 3.2v-3.2H3.5z';
const tray = 'M3.5 11.8v4.7h13v-4.7';
const clockFace = 'M16.5 10a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0z';
const shackled = 'M4.5 9h11v7.5h-11zM6.8 9V6.4a3.2 3.2 0 0 1 6.4 0';

export const drawings = {
  // places
  home: { line: 'M3.5 9.2 10 3.8l6.5 5.4v6.6a.7.7 0 0 1-.7.7h-3.6v-4.7H7.8v4.7H4.2a.7.7 0 0 1-.7-.7z' },
  forums: { line: 'M3.5 3.5h9v7H7l-2.2 2.2v-2.2H3.5zM15.2 7.5h1.3v6.6h-1.3v2.3L13 14.1H9' },
  requests: { line: `${tray}M7 12.5v-9m0 0L4.6 5.9M7 3.5l2.4 2.4M13 3.5v9m0 0 2.4-2.4M13 12.5l-2.4-2.4` },
  live: {
    line: 'M6.6 13.4a4.8 4.8 0 0 1 0-6.8M13.4 6.6a4.8 4.8 0 0 1 0 6.8M4.3 15.7a8 8 0 0 1 0-11.4M15.7 4.3a8 8 0 0 1 0 11.4',
    solid: 'M11.8 10a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0z',
  },
  me: {
    line: 'M13.3 6.8a3.3 3.3 0 1 1-6.6 0 3.3 3.3 0 0 1 6.6 0zM3.8 16.8c.6-3.3 3-5 6.2-5s5.6 1.7 6.2 5',
  },
  people: {
    line: 'M10.3 7a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0zM2.6 16.2c.4-3 2.3-4.5 4.9-4.5s4.5 1.5 4.9 4.5M12.8 4.4a2.8 2.8 0 0 1 0 5.2M14.2 12c1.8.5 2.9 1.9 3.2 4.2',
  },
  desk: { line: 'M3.5 4.5h13v11h-13zM3.5 8.2h13M8.2 8.2v7.3' },
  admin: { line: 'M3.5 6h6M13 6h3.5M3.5 14H7M10.5 14h6M9.5 4.2h3.5v3.6H9.5zM7 12.2h3.5v3.6H7z' },

  // kinds
  need: { line: `${tray}M10 3.5v9m0 0 3-3M10 12.5l-3-3` },
  offer: { line: `${tray}M10 12.5v-9m0 0-3 3M10 3.5l3 3` },
  request: { line: `${page}M10 14.2V8.8m0 0L7.8 11M10 8.8l2.2 2.2` },
  partner: { line: 'm7.2 5 5 5-5 5-5-5zM12.8 5l5 5-5 5-5-5z' },
  because: { line: 'M3.5 3.5h8.2v8.2H3.5zM8.3 8.3h8.2v8.2H8.3z', solid: 'M8.3 8.3h3.4v3.4H8.3z' },
  result: { line: 'M5 17V3.2M5 4h10.5l-2.4 3.2 2.4 3.3H5' },
  question: { line: `${bubble}M8.3 6.9c.2-1 .9-1.5 1.8-1.5 1 0 1.7.6 1.7 1.4 0 1.2-1.7 1.3-1.7 2.5M10.1 11.2v.1` },
  faq: { line: `${page}M8.3 9.6c.2-.9.9-1.4 1.7-1.4.9 0 1.6.5 1.6 1.3 0 1.1-1.6 1.2-1.6 2.3M10 13.8v.1` },
  thread: { line: 'M3.5 4.5h13M3.5 8.2h9M6 11.9v3.6h10.5M9.5 11.9h7' },
  story: {
    line: 'M10 5.3C8.4 4.2 6.2 3.8 3.5 4v11.3c2.7-.2 4.9.2 6.5 1.3 1.6-1.1 3.8-1.5 6.5-1.3V4c-2.7-.2-4.9.2-6.5 1.3zM10 5.3v11.3',
  },
  event: { line: 'M3.5 5h13v11.5h-13zM3.5 8.7h13M7 3v3.4M13 3v3.4M7 12h2.5' },
  stage: { line: 'M3 4h14v9H3zM10 13v2.5M6.5 16.8 10 15.2l3.5 1.6' },
  city: {
    line: 'M3 16.5h14M4.5 16.5V9h4.5v7.5M9 16.5V4h6.5v12.5M11.4 7h1.7M11.4 10h1.7M11.4 13h1.7M6 11.6h1.5M6 14h1.5',
  },
  passport: { line: 'M4.5 3h11v14h-11zM12.6 8.5a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0zM7.4 14h5.2' },
  map: { line: 'M3.5 5.2 7.8 3.5l4.4 1.7 4.3-1.7v11.3l-4.3 1.7-4.4-1.7-4.3 1.7zM7.8 3.5v11.3M12.2 5.2v11.3' },
  qr: {
    line: 'M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5z',
    solid:
      'M11.5 11.5h2v2h-2zM14.5 14.5h2v2h-2zM14.5 11.5h2v1.2h-2zM11.5 15.3h2v1.2h-2zM5.4 5.4h1.2v1.2H5.4zM13.4 5.4h1.2v1.2h-1.2zM5.4 13.4h1.2v1.2H5.4z',
  },

  // states: a square that fills
  'sq-dashed': { dash: box },
  'sq-open': { line: box },
  'sq-dot': { line: box, solid: 'M8 8h4v4H8z' },
  'sq-half': { line: box, solid: 'M4 10h12v6H4z' },
  'sq-check': { line: `${box}M6.9 10.2l2.3 2.3 4-4.6` },
  'sq-full': { line: box, solid: box },
  'sq-cross': { line: `${box}M7.2 7.2l5.6 5.6m0-5.6-5.6 5.6` },

  // marks and acts
  search: { line: 'M13.8 8.8a5 5 0 1 1-10 0 5 5 0 0 1 10 0zM12.6 12.6l4 4' },
  back: { line: 'M12.2 4.5 6.7 10l5.5 5.5' },
  next: { line: 'M7.8 4.5 13.3 10l-5.5 5.5' },
  down: { line: 'm4.5 7.8 5.5 5.5 5.5-5.5' },
  arrow: { line: 'M3.8 10h12.4m0 0-4-4m4 4-4 4' },
  send: { line: 'M10 16.5v-13m0 0L5.2 8.3M10 3.5l4.8 4.8' },
  vote: { line: 'M4.5 13 10 6.5l5.5 6.5z' },
  voted: { line: 'M4.5 13 10 6.5l5.5 6.5z', solid: 'M4.5 13 10 6.5l5.5 6.5z' },
  clock: { line: `${clockFace}M10 6.3V10l2.6 1.7` },
  warn: { line: 'M10 3.5 17 16H3zM10 8.2v3.6M10 13.8v.1' },
  info: { line: `${clockFace}M10 9.2v4M10 6.7v.1` },
  ics: { line: 'M3.5 5h13v11.5h-13zM3.5 8.7h13M7 3v3.4M13 3v3.4' },
  lang: {
    line: 'M3.3 5.2h7.4M7 3.4v1.8M9 5.2c-.5 2.6-2.3 4.8-5.2 6M4.9 7.5c.8 1.7 2.2 2.9 4 3.6M9.6 16.6l3.5-8.4 3.5 8.4M10.8 13.9h4.6',
  },
  globe: { line: `${clockFace}M3.5 10h13M10 3.5c2.4 2 2.4 11 0 13-2.4-2-2.4-11 0-13z` },
  check: { line: 'm4 10.6 4 4L16 6' },
  checks: { line: 'm2.2 10.8 3.6 3.6 7.4-8.2M9.6 13.9l.6.5 7.6-8.2' },
  x: { line: 'm5 5 10 10m0-10L5 15' },
  plus: { line: 'M10 4.5v11M4.5 10h11' },
  minus: { line: 'M4.5 10h11' },
  filter: { line: 'M3.5 5.5h13M6 10h8M8.5 14.5h3' },
  edit: { line: 'm4 16 .8-3.6 8.6-8.6 2.8 2.8-8.6 8.6zM11.6 5.6l2.8 2.8' },
  link: {
    line: 'M8.4 11.6a3 3 0 0 1 0-4.2l2.6-2.6a3 3 0 0 1 4.2 4.2l-1.5 1.5M11.6 8.4a3 3 0 0 1 0 4.2L9 15.2A3 3 0 0 1 4.8 11l1.5-1.5',
  },
  reply: { line: 'M7.2 4.5 3.5 8.2l3.7 3.7M3.7 8.2h7.5c3 0 5 1.9 5.3 6.3' },
  quote: { line: 'M7.8 5.5C5.4 6.3 4.2 8 4.2 10.5v4h4.3v-4.3H6M15.8 5.5c-2.4.8-3.6 2.5-3.6 5v4h4.3v-4.3H14' },
  thanks: { line: `${bubble}M7.2 7.3c.7 1.2 1.6 1.8 2.8 1.8s2.1-.6 2.8-1.8` },
  silent: { dash: bubble },
  bell: { line: 'M5 13.6V9a5 5 0 0 1 10 0v4.6l1.2 1H3.8zM8.3 17h3.4' },
  mail: { line: 'M3 5h14v10.5H3zM3.2 5.3 10 11l6.8-5.7' },
  flag: { line: 'M5 17V3.5M5 4h10v7H5' },
  pin: { line: 'M7 3.5h6M8 3.5v5l-2.5 3h9L12 8.5v-5M10 11.5V17' },
  here: {
    line: 'M10 17c3.4-4 5-6.6 5-9A5 5 0 0 0 5 8c0 2.4 1.6 5 5 9zM11.6 8a1.6 1.6 0 1 1-3.2 0 1.6 1.6 0 0 1 3.2 0z',
  },
  tried: { line: 'M8 3.2h4M8.8 3.4v4.4L4.3 15a1 1 0 0 0 .9 1.6h9.6a1 1 0 0 0 .9-1.6l-4.5-7.2V3.4M6.6 12.2h6.8' },
  phone: { line: 'M6 2.8h8v14.4H6zM8 9.8l1.6 1.6L12.2 8' },
  signal: { line: 'M4 16.5v-3M8 16.5v-6M12 16.5V7M16 16.5v-13' },
  offline: { line: 'M4 16.5v-3M8 16.5v-6M12 16.5V12M3.5 3.5l13 13M16 12.5v-9' },
  lock: { line: `${shackled}V9` },
  unlock: { line: shackled },
  download: { line: `${tray}M10 3.5v9m0 0 3-3M10 12.5l-3-3` },
  sun: {
    line: 'M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM10 3v1.6M10 15.4V17M3 10h1.6M15.4 10H17M5 5l1.2 1.2M13.8 13.8 15 15M15 5l-1.2 1.2M6.2 13.8 5 15',
  },
  moon: { line: 'M15.8 12.2A6.6 6.6 0 0 1 7.8 4.2a6.6 6.6 0 1 0 8 8z' },
} as const satisfies Record<string, Drawing>;

export type IconName = keyof typeof drawings;

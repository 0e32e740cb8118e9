const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(Z|[+-]\d{2}:\d{2})$/;

const MINUTE = 60_000;

/** Date.parse rolls 31 February over to March; a moment must name a day that exists. */
const isCalendarDay = (day: string): boolean => {
  const start = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(start) && new Date(start).toISOString().startsWith(day);
};

/**
 * A moment as milliseconds since 1970, for comparing: two texts with different offsets may be one moment. Undefined for
 * anything but an ISO day and time with an offset.
 */
export const instantOf = (text: string): number | undefined => {
  if (!SHAPE.test(text) || !isCalendarDay(text.slice(0, 10))) return undefined;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : instant;
};

const minutesOf = (zone: string): number => {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
};

/** The moment so many minutes after another, written with the offset of that one. */
export const minutesLater = (moment: string, minutes: number): string => {
  const zone = SHAPE.exec(moment)?.[1];
  const instant = instantOf(moment);
  if (zone === undefined || instant === undefined) throw new Error(`${moment} is no moment.`);
  const local = new Date(instant + (minutes + minutesOf(zone)) * MINUTE);
  return `${local.toISOString().slice(0, 19)}${zone}`;
};

/** Whether a moment has passed at another; one that cannot be read has. Both are compared as moments, not as texts. */
export const hasPassed = (moment: string, at: string): boolean =>
  (instantOf(moment) ?? -Infinity) < (instantOf(at) ?? Infinity);

import { readDate } from './read-date.ts';

const SHAPE =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?\s?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?$/;

/**
 * When something happened, as ISO: a day, or a day with a time and its offset as far as they are written
 * (`2026-01-09`, `2026-01-09 10:31`, `2026-01-09T10:31:05-05:00`). Undefined for any other text, and for a day or an
 * hour that does not exist.
 */
export const readMoment = (text: string): string | undefined => {
  const [, day = '', hour, minute = '', second, offset = ''] = SHAPE.exec(text) ?? [];
  if (readDate(day).kind !== 'day') return undefined;
  if (hour === undefined) return day;
  if (Number(hour) > 23) return undefined;
  return `${day}T${hour.padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}${offset}`;
};

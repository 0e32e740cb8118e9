import { Unusable, type Shell } from './shell.ts';

const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})$/;

const two = (value: number): string => String(value).padStart(2, '0');

/** A moment as an ISO time with the offset of the machine's time zone: the trader's own calendar day. */
const localIso = (moment: Date): string => {
  const offset = -moment.getTimezoneOffset();
  const day = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join('-');
  const time = [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(two).join(':');
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.trunc(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${day}T${time}${zone}`;
};

/** The stated time: `--now` as given, else the clock. Everything that depends on time depends on this. */
export const statedNow = (shell: Shell, given: string | undefined): string => {
  if (given === undefined) return localIso(shell.clock());
  if (!shape.test(given) || Number.isNaN(Date.parse(given)) || !isCalendarDay(given.slice(0, 10))) {
    throw new Unusable({ code: 'now-unreadable', level: 'unusable', detail: { given } });
  }
  return given;
};

/** Date.parse rolls 31 February over to March; a stated time must name a day that exists. */
const isCalendarDay = (day: string): boolean => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

import { instantOf } from '../model/instant.ts';
import { Unusable, type Shell } from './shell.ts';

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
  if (instantOf(given) === undefined) {
    throw new Unusable({ code: 'now-unreadable', level: 'unusable', detail: { given } });
  }
  return given;
};

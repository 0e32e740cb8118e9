import { dayOf, isoOf } from './calendar-day.ts';
import { isTradingDay } from './market-holidays.ts';
import { closeOf, momentOf, newYorkDay } from './market-calendar.ts';

/** What kind of account it is, as the config says; `unstated`: it does not say. */
export type AccountKind = 'unstated' | 'margin' | 'cash';

const tradingDayFrom = (day: number): number => {
  let trading = day;
  while (!isTradingDay(trading)) trading += 1;
  return trading;
};

/** The day (ISO) on which an order that is typed at a moment trades: that day, or once its session is over the next one. */
export const tradeDay = (now: string): string => {
  const moment = momentOf(now);
  const today = newYorkDay(moment);
  return isoOf(tradingDayFrom(moment >= closeOf(today) ? today + 1 : today));
};

/**
 * The day (ISO) on which a trade settles: the first trading day after it (T+1). Source: SEC Rule 15c6-1(a), 17 CFR
 * 240.15c6-1, in force for trades since 2024-05-28; before, two days.
 */
export const settlementDay = (traded: string): string => isoOf(tradingDayFrom(dayOf(traded) + 1));

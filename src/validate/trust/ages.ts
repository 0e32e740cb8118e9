import { dayOf } from '../../model/calendar-day.ts';
import type { Issue } from '../../model/issue.ts';
import { closeOf, momentOf, newYorkDay, tradedBetween } from '../../model/market-calendar.ts';
import type { Stated } from '../../model/place.ts';
import type { Trust } from '../settings.ts';
import type { Statements, TrustCheck } from '../trust-check.ts';

/** A source that says of which day it is. */
interface Dated {
  readonly kind: 'portfolio' | 'market' | 'stock';
  readonly asOf: Stated<string>;
}

/** Every source with a date. The market that stands in the portfolio document has that document's date. */
const dated = ({ portfolio, market, stocks }: Statements): readonly Dated[] => [
  ...(portfolio.asOf === undefined ? [] : [{ kind: 'portfolio' as const, asOf: portfolio.asOf }]),
  ...(market?.asOf === undefined || market.file === portfolio.file
    ? []
    : [{ kind: 'market' as const, asOf: market.asOf }]),
  ...stocks.flatMap(({ asOf }) => (asOf === undefined ? [] : [{ kind: 'stock' as const, asOf }])),
];

/** Hours and minutes of trading, rounded up so that an age above a limit never prints as the limit. */
const hoursText = (seconds: number): string => {
  const minutes = Math.ceil(seconds / 60);
  return `${Math.trunc(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};

/** Whether the end of the session that is so many days after a day has passed. */
const beyond = (day: number, days: number, moment: number): boolean => moment > closeOf(day + days);

/** A day is still to come when neither the person's own calendar nor New York's has reached it. */
const isFuture = (day: number, now: string): boolean => day > Math.max(dayOf(now), newYorkDay(momentOf(now)));

interface Aged {
  readonly code: string;
  readonly level: 'approve' | 'block';
  readonly detail: Issue['detail'];
}

const ageOf = ({ kind, asOf }: Dated, now: string, trust: Trust): Aged | undefined => {
  const day = dayOf(asOf.value);
  const moment = momentOf(now);
  if (isFuture(day, now)) return { code: 'date-in-future', level: 'approve', detail: {} };
  const days = kind === 'portfolio' ? trust.max_age_days : trust.market_max_age_days;
  if (beyond(day, days, moment))
    return { code: `${kind}-too-old`, level: kind === 'portfolio' ? 'block' : 'approve', detail: { limit: days } };
  if (kind !== 'portfolio') return undefined;
  const age = tradedBetween(closeOf(day), moment);
  const limit = trust.max_age_market_hours;
  return age <= limit * 3600
    ? undefined
    : { code: 'portfolio-old', level: 'approve', detail: { age: hoursText(age), limit } };
};

/**
 * No source is too old, or from the future. A date counts from the end of that day's session: a portfolio is counted in
 * hours of trading and in days, a market or stock file in days.
 */
export const ages: TrustCheck = (statements, trust) =>
  dated(statements).flatMap((source): readonly Issue[] => {
    const aged = ageOf(source, statements.now, trust);
    if (aged === undefined) return [];
    const { value, place } = source.asOf;
    const detail = { date: value.slice(0, 10), now: statements.now, file: place.file, ...aged.detail };
    return [{ ...aged, place, detail }];
  });

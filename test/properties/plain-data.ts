// From the nouns of src to the plain text that the oracle reads: only the decimal point is put in.
import type { Intent } from '../../src/model/intent.ts';
import type { Restriction, Portfolio } from '../../src/model/portfolio.ts';
import type { Position, Rehearsal, State } from '../../src/model/rehearsal.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Trade } from '../../src/model/trade.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import type { Config } from '../../src/validate/config.ts';
import type { Foretold } from '../oracle/foretell.ts';
import type { PlainAccount, PlainLimits, PlainTrade } from '../oracle/plain-account.ts';
import { DAY } from './world.ts';

const point = (parts: bigint, places: number): string => {
  const text = (parts < 0n ? -parts : parts).toString().padStart(places + 1, '0');
  return `${parts < 0n ? '-' : ''}${text.slice(0, -places)}.${text.slice(-places)}`;
};

export const plainCents = (cents: bigint): string => point(cents, 2);
export const plainPrice = (price: bigint): string => point(price, 4);
const plainMillionths = (parts: bigint): string => point(parts, 6);
const short = (decimal: string): string => decimal.replace(/\.?0+$/, '');

export const plainAccount = (
  { holdings, cash }: Pick<Portfolio, 'holdings' | 'cash'>,
  restrictions: readonly Restriction[],
): PlainAccount => ({
  cash: plainCents(cash),
  holdings: holdings.map(({ ticker, sector, shares, price }) => ({
    ticker,
    sector,
    shares: plainMillionths(shares),
    price: plainPrice(price),
  })),
  restrictions: restrictions.map(({ ticker, scope, until }) => ({
    ticker,
    scope,
    ...(until === undefined ? {} : { until }),
  })),
});

/** What comes in before the orders and leaves after them. */
export const plainFlow = (intent: Intent | undefined): Pick<PlainAccount, 'deposit' | 'withdrawal'> =>
  intent === undefined || intent.kind === 'restraint' ? {} : { [intent.kind]: plainCents(intent.amount) };

export const plainTrade = ({ side, ticker, sector, shares, price, fees }: Trade): PlainTrade => ({
  side,
  ticker,
  sector,
  shares: plainMillionths(shares),
  price: plainPrice(price),
  fee: plainCents(fees),
});

export const plainLimits = (config: Config): PlainLimits => ({
  day: DAY,
  sectorCap: plainMillionths(config.sector_cap.max_pct),
  sectorCaps: Object.fromEntries(
    Object.entries(config.sector_cap.overrides).map(([sector, cap]) => [sector, plainMillionths(cap)]),
  ),
  cashMinimum: plainMillionths(config.cash_minimum.min_pct),
  cashMinimumUsd: plainCents(config.cash_minimum.min_usd),
  cashWarning: plainMillionths(config.cash_minimum.warn_pct),
  positionLimit: plainMillionths(config.position_limit.max_pct),
  sectorIncrease: plainMillionths(config.sector_increase.max_increase),
  sectorIncreaseMeasure: config.sector_increase.measure,
  cashThroughout: plainMillionths(config.cash_throughout.min_pct),
});

const writtenLine = ({ ticker, sector, shares, value }: Position): string =>
  `${ticker} ${sector} ${short(plainMillionths(shares))} ${plainCents(value)}`;

const written = ({ cash, total, positions }: State): readonly string[] => [
  `cash ${plainCents(cash)}`,
  `total ${plainCents(total)}`,
  ...[...positions.values()].map(writtenLine),
];

/** What src says of a list of orders, in the words of the oracle. */
export const asForetold = (rehearsal: Rehearsal, findings: readonly Finding[], verdict: Verdict): Foretold => ({
  steps: rehearsal.steps.map(({ cash, total }) => `${plainCents(cash)} of ${plainCents(total)}`),
  before: written(rehearsal.before),
  after: written(rehearsal.after),
  impossible: rehearsal.impossible.map((trade) => rehearsal.steps.findIndex((step) => step.trade === trade)),
  rulings: findings.map(({ constraint, subject, level }) => `${constraint} ${subject} ${level}`).sort(),
  verdict,
});

import fc from 'fast-check';
import { amend } from '../../src/amend/amend.ts';
import type { Executed } from '../../src/amend/executed.ts';
import type { Parsed } from '../../src/model/issue.ts';
import { ONE_SHARE, type Cents, type Price, type Shares } from '../../src/model/units.ts';
import { readPortfolio, type PortfolioDocument } from '../../src/parse/read-portfolio.ts';
import { reconcile } from '../../src/validate/reconcile.ts';
import { limits, ticker } from '../account.ts';
import type { Shape } from './shapes.ts';

export const FILE = 'Portfolio.md';

/** What chance decides about a fill, whatever the account then holds. */
export interface Dice {
  readonly side: 'SELL' | 'BUY';
  readonly which: number;
  readonly part: number;
  readonly price: number;
  readonly fees: number;
  readonly fresh: boolean;
  readonly whole: boolean;
}

export const dice: fc.Arbitrary<Dice> = fc.record({
  side: fc.constantFrom('SELL', 'BUY'),
  which: fc.nat(99),
  part: fc.integer({ min: 1, max: 99 }),
  price: fc.integer({ min: 80, max: 130 }),
  fees: fc.constantFrom(0, 0, 495, 1),
  fresh: fc.boolean(),
  whole: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

const NEW: readonly (readonly [string, string, bigint])[] = [
  ['LLY', 'Technology', 10_851_900n],
  ['NVDA', 'Technology', 1_850_400n],
  ['CVX', 'Energy', 1_499_900n],
  ['F', 'Consumer Discretionary', 139_200n],
];

/** The document as it is read; the test fails where it cannot be. */
export const read = (text: string): PortfolioDocument => {
  const { value, issues } = reading(text);
  if (!value) throw new Error(JSON.stringify(issues, undefined, 1));
  return value;
};

const readings = new Map<string, Parsed<PortfolioDocument>>();

/** Each text is looked at from many sides; it is read once. */
export const reading = (text: string): Parsed<PortfolioDocument> => {
  const known = readings.get(text) ?? readPortfolio(text, FILE);
  if (readings.size > 20) readings.clear();
  readings.set(text, known);
  return known;
};

/** Turns dice into a fill that this account can have. Whole shares, except where the account holds parts of shares. */
export const fillFor = (
  shape: Shape,
  text: string,
  { side, which, part, price, fees, fresh, whole }: Dice,
): Executed => {
  const { holdings } = read(text).portfolio;
  const held = holdings[which % Math.max(1, holdings.length)];
  const offers = NEW.filter(
    ([name, sector]) => (shape.sectors?.includes(sector) ?? true) && holdings.every((each) => each.ticker !== name),
  );
  const offer = offers[which % Math.max(1, offers.length)];
  const cents = BigInt(fees) as Cents;
  if (offer && ((side === 'BUY' && fresh) || !held)) {
    const last = offer[2] as Price;
    const paid = ((last * BigInt(price)) / 100n) as Price;
    const shares = (BigInt(part) * ONE_SHARE) as Shares;
    return {
      side: 'BUY',
      ticker: ticker(offer[0]),
      shares,
      price: paid,
      fees: cents,
      sector: offer[1],
      name: `${offer[0]} | Inc. *`,
      lastPrice: last,
    };
  }
  if (!held) throw new Error('nothing to trade');
  const some = ((held.shares * BigInt(part)) / 100n / ONE_SHARE) * ONE_SHARE;
  const paid = ((held.price * BigInt(price)) / 100n) as Price;
  if (side === 'SELL' && whole) return { side, ticker: held.ticker, shares: held.shares, price: paid, fees: cents };
  // Nothing is left to sell in part: then one is bought.
  const [turned, shares] = some > 0n ? [side, some as Shares] : ['BUY' as const, ONE_SHARE];
  return { side: turned, ticker: held.ticker, shares, price: paid, fees: cents };
};

/** The amended text; the test fails where it is refused. */
export const amended = (text: string, ...fills: readonly Executed[]): string => {
  const { value, issues } = amend(text, FILE, fills);
  if (value === undefined) throw new Error(`${JSON.stringify(issues, undefined, 1)}\n${text}`);
  return value;
};

/** The same the other way round, without fees. */
export const undoing = (fill: Executed): Executed => ({
  ...fill,
  side: fill.side === 'SELL' ? 'BUY' : 'SELL',
  fees: 0n as Cents,
});

const { trust } = limits();

/** What `po check` says about a document, but for its action plan, which no fill brings up to date. */
export const said = (text: string): readonly string[] => {
  const { value, issues } = reading(text);
  const found = value
    ? reconcile({ portfolio: value.portfolio, directives: [], stocks: [], now: '2026-01-08T16:00:00-05:00' }, trust)
    : [];
  return [...issues, ...found].map(
    // That weights are of what is invested is said once, about any of them.
    ({ code, subject, level }) => `${level} ${code} ${code === 'weights-of-invested' ? '' : (subject ?? '')}`,
  );
};

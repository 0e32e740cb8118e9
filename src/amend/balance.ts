import { holdingValue, totalValue, type Holding, type Portfolio } from '../model/portfolio.ts';
import { sectorOf, type Sector } from '../model/sector.ts';
import type { Ticker } from '../model/ticker.ts';
import { roundDivide, sumCents, worth, type Cents, type Price, type Shares } from '../model/units.ts';
import type { Executed } from './executed.ts';

/** What the account comes to: the figures that totals and weights are made of. */
export interface Balance {
  readonly holdings: readonly Pick<Holding, 'ticker' | 'sector' | 'shares' | 'price'>[];
  readonly cash: Cents;
  readonly invested: Cents;
  readonly total: Cents;
}

const balanceOf = (holdings: Balance['holdings'], cash: Cents): Balance => {
  const total = totalValue({ holdings: holdings as Holding[], cash });
  return { holdings, cash, total, invested: (total - cash) as Cents };
};

export const balanceBefore = ({ holdings, cash }: Portfolio): Balance => balanceOf(holdings, cash);

/** What a sale brings or a purchase takes, fees included. */
const cashMoved = ({ side, price, shares, fees }: Executed): Cents =>
  ((side === 'SELL' ? worth(price, shares) : -worth(price, shares)) - fees) as Cents;

/** A document without a price column says what its value and shares give. */
const priceAfter = (price: Price, shares: Shares, isStated: boolean): Price =>
  isStated || shares === 0n ? price : (roundDivide(worth(price, shares) * 100_000_000n, shares) as Price);

/** The account after a fill. `isPriced`: the rows of the ticker state its price. */
export const balanceAfter = (before: Balance, fill: Executed, isPriced: boolean): Balance => {
  const change = fill.side === 'BUY' ? fill.shares : -fill.shares;
  const held = before.holdings.some(({ ticker }) => ticker === fill.ticker);
  const price = fill.lastPrice ?? fill.price;
  const fresh = { ticker: fill.ticker, sector: sectorOf(fill.sector ?? ''), shares: fill.shares, price };
  const holdings = [...before.holdings, ...(held ? [] : [{ ...fresh, shares: 0n as Shares }])]
    .map((holding) => {
      if (holding.ticker !== fill.ticker) return holding;
      const shares = (holding.shares + change) as Shares;
      return { ...holding, shares, price: priceAfter(holding.price, shares, isPriced) };
    })
    .filter(({ shares }) => shares > 0n);
  return balanceOf(holdings, (before.cash + cashMoved(fill)) as Cents);
};

/** The value of a sector's holdings. */
export const valueOfSector = ({ holdings }: Balance, sector: Sector): Cents =>
  sumCents(holdings.filter((holding) => holding.sector === sector).map(holdingValue));

/** The value of one ticker. */
export const valueOfTicker = ({ holdings }: Balance, ticker: Ticker): Cents =>
  sumCents(holdings.filter((holding) => holding.ticker === ticker).map(holdingValue));

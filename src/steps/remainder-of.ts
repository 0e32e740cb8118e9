import { sharesText } from '../model/figures.ts';
import type { Fill } from '../model/fill.ts';
import type { Issue } from '../model/issue.ts';
import type { Trade } from '../model/trade.ts';
import { worth, type Cents, type Shares } from '../model/units.ts';

/** What is still to be done of some orders, and what was done beyond them. */
export interface Left {
  readonly trades: readonly Trade[];
  readonly issues: readonly Issue[];
}

type Traded = Pick<Trade, 'side' | 'ticker' | 'shares' | 'fees'>;

const keyOf = ({ side, ticker }: Traded): string => `${side} ${ticker}`;

/** Shares and fees by side and ticker. */
const sums = (traded: readonly Traded[]): ReadonlyMap<string, Traded> => {
  const found = new Map<string, Traded>();
  for (const one of traded) {
    const { shares, fees } = found.get(keyOf(one)) ?? { shares: 0n, fees: 0n };
    found.set(keyOf(one), {
      side: one.side,
      ticker: one.ticker,
      shares: (shares + one.shares) as Shares,
      fees: (fees + one.fees) as Cents,
    });
  }
  return found;
};

const positive = (value: bigint): bigint => (value > 0n ? value : 0n);

const beyond = ({ side, ticker, shares }: Traded, planned: bigint): Issue => ({
  code: 'remainder-beyond',
  level: 'note',
  subject: ticker,
  detail: {
    side,
    ticker,
    filled: sharesText(shares),
    planned: sharesText(planned as Shares),
    beyond: sharesText((shares - planned) as Shares),
  },
});

/**
 * What the fills leave of the orders: of each side and ticker the shares that are still missing, and of its fee what was
 * not charged yet. What was filled beyond them is not reversed but told.
 */
export const remainderOf = (trades: readonly Trade[], fills: readonly Fill[]): Left => {
  const filled = sums(fills);
  const planned = sums(trades);
  const open = new Map([...filled].map(([key, { shares, fees }]) => [key, { shares, fees }]));
  const left = trades.map((trade): Trade => {
    const done = open.get(keyOf(trade)) ?? { shares: 0n, fees: 0n };
    const shares = positive(trade.shares - done.shares) as Shares;
    const fees = positive(trade.fees - done.fees) as Cents;
    open.set(keyOf(trade), {
      shares: positive(done.shares - trade.shares) as Shares,
      fees: positive(done.fees - trade.fees) as Cents,
    });
    return { ...trade, shares, fees, value: worth(trade.price, shares) };
  });
  return {
    trades: left.filter(({ shares }) => shares > 0n),
    issues: [...filled].flatMap(([key, done]) => {
      const shares = planned.get(key)?.shares ?? 0n;
      return done.shares > shares ? [beyond(done, shares)] : [];
    }),
  };
};

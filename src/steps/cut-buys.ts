import type { Trade } from '../model/trade.ts';
import {
  exactOf,
  exactPart,
  lotsCovering,
  sumCents,
  upToCents,
  worth,
  type Cents,
  type Exact,
  type Pct,
  type Shares,
} from '../model/units.ts';

/** What the purchases of a list of orders have to keep. */
export interface Purse {
  readonly cash: Cents;
  /** Holdings and cash. */
  readonly total: Cents;
  /** The cash that must remain: a part of the total after fees, and at least so many dollars. */
  readonly floor: { readonly pct: Pct; readonly usd: Cents };
  readonly lot: Shares;
}

/** Orders whose purchases the cash can pay, and those that were cut for it, with what was cut off. */
export interface Cut {
  readonly trades: readonly Trade[];
  readonly cut: readonly { readonly trade: Trade; readonly value: Cents }[];
}

/** By how much the orders would take cash below the floor; not positive where they do not. */
const shortBy = (trades: readonly Trade[], { cash, total, floor }: Purse): Exact => {
  const fees = sumCents(trades.map((trade) => trade.fees));
  const moved = sumCents(trades.map(({ side, value }) => (side === 'SELL' ? value : (-value as Cents))));
  const part = exactPart(floor.pct, (total - fees) as Cents);
  const least = exactOf(floor.usd);
  return ((part > least ? part : least) - exactOf((cash + moved - fees) as Cents)) as Exact;
};

const sized = (trade: Trade, shares: Shares): Trade => ({ ...trade, shares, value: worth(trade.price, shares) });

/** The order with as many whole lots as leave enough in cash; nothing of it where no lot does. */
const smaller = (trade: Trade, lot: Shares, enough: (trade: Trade) => boolean, short: Exact): Trade | undefined => {
  const about = lotsCovering(upToCents(short), trade.price, lot);
  for (let lots = about > 1n ? about - 1n : 1n; ; lots += 1n) {
    const shares = (trade.shares - lots * lot) as Shares;
    if (shares <= 0n) return undefined;
    const less = sized(trade, shares);
    if (enough(less)) return less;
  }
};

/**
 * Cuts purchases by whole lots, the last one first, until cash stays at its floor or above. Sales come before purchases, so
 * that cash is lowest at the end. Where even no purchase at all leaves too little, none is made.
 */
export const cutBuys = (orders: readonly Trade[], purse: Purse): Cut => {
  let trades = orders;
  const cut: { readonly trade: Trade; readonly value: Cents }[] = [];
  for (const trade of [...orders].reverse()) {
    const short = shortBy(trades, purse);
    if (short <= 0n || trade.side === 'SELL') continue;
    const others = trades.filter((one) => one !== trade);
    const enough = (less: Trade): boolean => shortBy([...others, less], purse) <= 0n;
    const less = smaller(trade, purse.lot, enough, short);
    cut.push({ trade, value: (trade.value - (less?.value ?? 0n)) as Cents });
    trades = trades.flatMap((one) => (one === trade ? (less ?? []) : one));
  }
  return { trades, cut: cut.reverse() };
};

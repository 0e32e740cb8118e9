import { flowing, type MoneyFlow } from './intent.ts';
import { gain, holdingValue, type Holding, type Portfolio, type Restriction } from './portfolio.ts';
import type { Ratio } from './ratio.ts';
import type { Sector } from './sector.ts';
import { compareText } from './order.ts';
import type { Ticker } from './ticker.ts';
import type { Trade } from './trade.ts';
import { addCents, sumCents, type Cents, type Price, type Shares } from './units.ts';

/** One position in a state. */
export interface Position {
  readonly ticker: Ticker;
  readonly sector: Sector;
  readonly shares: Shares;
  readonly price: Price;
  readonly value: Cents;
  readonly gain?: Ratio;
}

/** The account at one moment: what is held, what it is worth, sector by sector. */
export interface State {
  readonly positions: ReadonlyMap<Ticker, Position>;
  readonly sectors: ReadonlyMap<Sector, Cents>;
  readonly cash: Cents;
  readonly total: Cents;
  /** Of an account before its orders: a deposit that is in its cash already, or a withdrawal that its orders pay. */
  readonly flow?: MoneyFlow;
}

/** The account right after one order: only what the person sees change. */
export interface Step {
  readonly trade: Trade;
  readonly cash: Cents;
  readonly total: Cents;
}

/** A dry run: the account before, after, and its cash after each order in the order of typing. */
export interface Rehearsal {
  readonly before: State;
  readonly after: State;
  readonly steps: readonly Step[];
  /** Orders that cannot be carried out as written: more sold than held. */
  readonly impossible: readonly Trade[];
  readonly restrictions: readonly Restriction[];
  /** The day (ISO) on which it is rehearsed. */
  readonly day: string;
}

const stateOf = (positions: ReadonlyMap<Ticker, Position>, cash: Cents): State => {
  const sectors = new Map<Sector, Cents>();
  for (const { sector, value } of positions.values()) {
    sectors.set(sector, ((sectors.get(sector) ?? 0n) + value) as Cents);
  }
  return { positions, sectors, cash, total: sumCents([cash, ...sectors.values()]) };
};

const positionOf = (holding: Holding): Position => {
  const gained = gain(holding);
  return {
    ticker: holding.ticker,
    sector: holding.sector,
    shares: holding.shares,
    price: holding.price,
    value: holdingValue(holding),
    ...(gained === undefined ? {} : { gain: gained }),
  };
};

/** The account as it stands. */
const stateBefore = (portfolio: Pick<Portfolio, 'holdings' | 'cash'>, flow: MoneyFlow | undefined): State => {
  const sorted = [...portfolio.holdings].sort((a, b) => compareText(a.ticker, b.ticker));
  const cash = addCents(portfolio.cash, flowing(flow, 'deposit'));
  const state = stateOf(new Map(sorted.map((holding) => [holding.ticker, positionOf(holding)])), cash);
  return flow === undefined ? state : { ...state, flow };
};

/** The same account with one ticker at another price. */
export const repriced = (state: State, ticker: Ticker, price: Price): State => {
  const held = state.positions.get(ticker);
  if (held === undefined) return state;
  const value = holdingValue({ price, shares: held.shares });
  const rise = (value - held.value) as Cents;
  return {
    positions: new Map(state.positions).set(ticker, { ...held, price, value }),
    sectors: new Map(state.sectors).set(held.sector, addCents(state.sectors.get(held.sector) ?? NOTHING, rise)),
    cash: state.cash,
    total: addCents(state.total, rise),
    ...(state.flow === undefined ? {} : { flow: state.flow }),
  };
};

const NOTHING = 0n as Cents;

/** Positions by ticker, sectors by their first ticker: what was added stands at the end. */
const inOrder = (positions: ReadonlyMap<Ticker, Position>, cash: Cents): State =>
  stateOf(new Map([...positions.entries()].sort(([a], [b]) => compareText(a, b))), cash);

/** What orders change, while they are carried out. */
interface Running {
  readonly positions: Map<Ticker, Position>;
  readonly sectors: Map<Sector, Cents>;
  cash: Cents;
  invested: Cents;
  /** False when a sector or a ticker came or went, so that the order of the maps is no longer that of the tickers. */
  inOrder: boolean;
}

/** Carries out one order; false when it cannot be done as written. */
const carryOut = (running: Running, trade: Trade): boolean => {
  const { positions, sectors } = running;
  const held = positions.get(trade.ticker);
  const signed = trade.side === 'BUY' ? trade.shares : -trade.shares;
  const shares = ((held?.shares ?? 0n) + signed) as Shares;
  const at = held?.price ?? trade.price;
  const value = holdingValue({ price: at, shares });
  const rise = (value - (held?.value ?? 0n)) as Cents;
  const sector = held?.sector ?? trade.sector;
  const moved = holdingValue({ price: trade.price, shares: trade.shares });
  running.invested = addCents(running.invested, rise);
  running.cash = (running.cash + (trade.side === 'BUY' ? -moved : moved) - trade.fees) as Cents;
  sectors.set(sector, addCents(sectors.get(sector) ?? NOTHING, rise));
  if (held === undefined || shares === 0n) running.inOrder = false;
  if (shares === 0n) positions.delete(trade.ticker);
  else positions.set(trade.ticker, { ...(held ?? { ticker: trade.ticker, sector }), price: at, shares, value });
  return shares >= 0n && trade.shares > 0n;
};

/**
 * Carries out the orders one after the other on paper, from an account as it stands; a withdrawal leaves it last. It starts from the list of trades alone
 * and recomputes every amount from shares and prices: nothing that the generator worked out is believed.
 */
export const rehearseFrom = (
  before: State,
  trades: readonly Trade[],
  restrictions: readonly Restriction[],
  day: string,
): Rehearsal => {
  const running: Running = {
    positions: new Map(before.positions),
    sectors: new Map(before.sectors),
    cash: before.cash,
    invested: (before.total - before.cash) as Cents,
    inOrder: true,
  };
  const steps: Step[] = [];
  const impossible: Trade[] = [];
  for (const trade of trades) {
    if (!carryOut(running, trade)) impossible.push(trade);
    steps.push({ trade, cash: running.cash, total: addCents(running.cash, running.invested) });
  }
  const { positions, sectors, invested } = running;
  const cash = (running.cash - flowing(before.flow, 'withdrawal')) as Cents;
  const after = running.inOrder
    ? { positions, sectors, cash, total: addCents(cash, invested) }
    : inOrder(positions, cash);
  return { before, after, steps, impossible, restrictions, day };
};

/** The same from holdings and cash, and the money that comes in first or leaves last. */
export const rehearse = (
  portfolio: Pick<Portfolio, 'holdings' | 'cash'>,
  trades: readonly Trade[],
  restrictions: readonly Restriction[],
  day: string,
  flow?: MoneyFlow,
): Rehearsal => rehearseFrom(stateBefore(portfolio, flow), trades, restrictions, day);

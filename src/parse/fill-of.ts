import type { Issue, Parsed } from '../model/issue.ts';
import type { Ticker } from '../model/ticker.ts';
import type { Side } from '../model/trade.ts';
import type { Cents, Price, Shares } from '../model/units.ts';
import { issueAt } from './issue-at.ts';
import { readMoney, readPrice, readShares, type Reading } from './numbers.ts';
import type { Cell } from './outline.ts';
import { readMoment } from './read-moment.ts';
import { readTicker } from './read-ticker.ts';
import type { ToldFill } from './told-fill.ts';

/** The parts of a told fill as they are written, each at its place. */
export interface FillParts {
  readonly side?: Side | undefined;
  readonly shares: Cell;
  readonly ticker?: Cell | undefined;
  readonly price: Cell;
  readonly fees?: Cell | undefined;
  readonly at?: Cell | undefined;
  readonly id?: Cell | undefined;
  readonly order?: Cell | undefined;
}

/** A figure that somebody types off a confirmation: no sign, no "1.2K", no "about". */
const FIGURE = /^\$?(?:[\d,]*\d(?:\.\d*)?|\.\d+)$/;
const ID = /^(?!row:)[\w.:#/-]{1,64}$/;

interface Kind<T> {
  readonly what: string;
  readonly read: (text: string) => Reading<T>;
  readonly least: bigint;
}

const SHARES: Kind<Shares> = { what: 'a number of shares', read: readShares, least: 1n };
const PRICE: Kind<Price> = { what: 'a price in dollars', read: readPrice, least: 1n };
const FEES: Kind<Cents> = { what: 'an amount in dollars', read: readMoney, least: 0n };

const figure = <T extends bigint>({ text, place }: Cell, { what, read, least }: Kind<T>): Parsed<T> => {
  const fault = (code: string): Parsed<T> => ({ issues: [issueAt(code, 'unusable', place, { text, what })] });
  const reading = read(text);
  if (reading.kind === 'refused') return fault(reading.code);
  if (reading.kind === 'absent' || !FIGURE.test(text)) return fault('number-unreadable');
  return reading.value < least ? fault('fill-of-nothing') : { value: reading.value, issues: [] };
};

/** A part that may be missing: read by `understand`, or refused with a code. */
const part = <T>(
  cell: Cell | undefined,
  code: string,
  understand: (text: string) => T | undefined,
): { readonly value?: T; readonly issues: readonly Issue[] } => {
  if (cell === undefined) return { issues: [] };
  const value = understand(cell.text);
  return value === undefined
    ? { issues: [issueAt(code, 'unusable', cell.place, { text: cell.text })] }
    : { value, issues: [] };
};

const orderNumber = (text: string): number | undefined =>
  /^#?[1-9]\d{0,3}$/.test(text) ? Number(text.replace('#', '')) : undefined;

/** What has to be said where no order is named that says it. */
const missing = ({ side, ticker, order, shares }: FillParts, text: string): readonly Issue[] => {
  const what = side === undefined ? 'whether it was bought or sold' : ticker === undefined ? 'which ticker' : undefined;
  return order !== undefined || what === undefined
    ? []
    : [issueAt('fill-incomplete', 'unusable', shares.place, { text, what })];
};

/** Only what is there: an absent part says something else than an empty one. */
const present = <T extends object>(parts: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as never;

/** Reads the parts of a fill. Whatever is not plainly a number, a ticker, a time … is refused at its place. `text` is the whole as told. */
export const fillOf = (parts: FillParts, text: string): Parsed<ToldFill> => {
  const shares = figure(parts.shares, SHARES);
  const price = figure(parts.price, PRICE);
  const fees = parts.fees === undefined ? { value: 0n as Cents, issues: [] } : figure(parts.fees, FEES);
  const ticker = part<Ticker>(parts.ticker, 'ticker-unreadable', (word) => readTicker(word.toUpperCase()));
  const at = part(parts.at, 'fill-time-unreadable', readMoment);
  const id = part(parts.id, 'fill-id-unreadable', (word) => (ID.test(word) ? word : undefined));
  const order = part(parts.order, 'fill-order-unreadable', orderNumber);
  const issues = [
    ...[shares, price, fees, ticker, at, id, order].flatMap((one) => one.issues),
    ...missing(parts, text),
  ];
  if (issues.length > 0 || shares.value === undefined || price.value === undefined || fees.value === undefined)
    return { issues };
  const optional = present({
    side: parts.side,
    ticker: ticker.value,
    at: at.value,
    id: id.value,
    order: order.value,
  });
  const value = { shares: shares.value, price: price.value, fees: fees.value, text, place: parts.shares.place };
  return { value: { ...value, ...optional }, issues: [] };
};

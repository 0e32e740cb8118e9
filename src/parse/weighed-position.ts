import type { Issue, Parsed } from '../model/issue.ts';
import type { Ticker } from '../model/ticker.ts';
import {
  exactPart,
  ONE_SHARE,
  roundDivide,
  SCALE,
  writeDecimal,
  type Cents,
  type Exact,
  type Pct,
  type Price,
} from '../model/units.ts';
import { issueAt } from './issue-at.ts';
import { readPct } from './numbers.ts';
import type { WrittenPosition } from './position-layout.ts';

/** What an export of weights needs beside it. */
export interface Weighing {
  /** The value of the account, cash included. */
  readonly total?: Cents;
  readonly prices: ReadonlyMap<Ticker, Price>;
}

const EXACT_PLACES = 10;

/** Exports round weights to a thousandth of a percent. */
const LAST_DIGIT = 1_000n;

/** The whole number of shares if it has the same weight as printed, else the number to the millionth. */
const sharesFor = (part: Exact, at: Price, weight: Pct, total: Cents): bigint => {
  const millionths = roundDivide(part, at);
  const whole = roundDivide(millionths, ONE_SHARE) * ONE_SHARE;
  const own = roundDivide(at * whole, total) as Pct;
  const printed = (pct: bigint): bigint => roundDivide(pct, LAST_DIGIT);
  return whole > 0n && printed(own) === printed(weight) ? whole : millionths;
};

const textOf = (part: Exact): string => writeDecimal(part, EXACT_PLACES);

/** The part of the account that a row states as a weight; refused where the account's value or the weight is unknown. */
export const weighedValue = (row: WrittenPosition, total: Cents): Parsed<WrittenPosition> => {
  const weight = readPct(row.weight ?? '');
  if (weight.kind === 'value') return { value: { ...row, value: textOf(exactPart(weight.value, total)) }, issues: [] };
  const code = weight.kind === 'refused' ? weight.code : 'number-unreadable';
  const detail = { text: row.weight ?? '', what: 'a weight in percent' };
  return { issues: [issueAt(code, 'unusable', row.place, detail, row.symbol)] };
};

/** A position with the shares that its weight and its price give; refused where no price is known. */
export const weighedPosition = (
  row: WrittenPosition,
  ticker: Ticker,
  total: Cents,
  prices: Weighing['prices'],
): Parsed<WrittenPosition> => {
  const weight = readPct(row.weight ?? '');
  const price = prices.get(ticker);
  const missing: Issue = issueAt('weights-need-price', 'unusable', row.place, {}, ticker);
  if (price === undefined || weight.kind !== 'value') return { issues: [missing] };
  const shares = sharesFor(exactPart(weight.value, total), price, weight.value, total);
  const quantity = writeDecimal(shares, SCALE.shares);
  return { value: { ...row, quantity, price: writeDecimal(price, SCALE.price), value: '' }, issues: [] };
};

/** Weights must add up to the whole account, within what their rounding can hide. */
export const closeWeights = (rows: readonly WrittenPosition[]): readonly Issue[] => {
  const weights = rows.map(({ weight }) => readPct(weight ?? ''));
  const sum = weights.reduce((all, one) => all + (one.kind === 'value' ? one.value : 0n), 0n);
  const off = sum - 100_000_000n;
  const [first] = rows;
  if (first === undefined || (off < 0n ? -off : off) <= BigInt(rows.length) * LAST_DIGIT) return [];
  return [issueAt('weights-do-not-close', 'unusable', first.place, { sum: `${writeDecimal(sum, SCALE.pct)}%` })];
};

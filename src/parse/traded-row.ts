import { dollarText, priceText, sharesText } from '../model/figures.ts';
import type { ReportedFill } from '../model/fill.ts';
import type { Issue, Parsed } from '../model/issue.ts';
import type { Place } from '../model/place.ts';
import { worth, type Cents } from '../model/units.ts';
import { fillOf } from './fill-of.ts';
import { issueAt } from './issue-at.ts';
import { readMoney } from './numbers.ts';
import { readDate } from './read-date.ts';
import type { WrittenTransaction } from './transaction-layout.ts';

/** The day of a US date with two or four digits of the year; E*TRADE's exports begin in this century. */
export const usDay = (text: string): string | undefined => {
  const date = readDate(text.replace(/^(\d{1,2}\/\d{1,2}\/)(\d{2})$/, '$120$2'));
  return date.kind === 'day' ? date.day : undefined;
};

/** Beyond a cent a difference is told; beyond this part (in thousandths) the figures contradict each other. */
const GROSS = 1n;

const difference = (fill: ReportedFill, amount: Cents, place: Place): readonly Issue[] => {
  const { side, shares, price, fees, ticker } = fill;
  const value = worth(price, shares);
  const computed = (side === 'BUY' ? -(value + fees) : value - fees) as Cents;
  const off = amount > computed ? amount - computed : computed - amount;
  if (off <= 1n) return [];
  const small = off * 1000n <= value * GROSS;
  const detail = {
    amount: dollarText(amount),
    computed: dollarText(computed),
    shares: sharesText(shares),
    price: priceText(price),
    fees: dollarText(fees),
    small,
  };
  return [issueAt('fill-amount-differs', small ? 'note' : 'unusable', place, detail, ticker)];
};

/** A purchase costs money and adds shares, a sale brings money: anything else is a correction or a cancelled trade. */
const contradicts = (row: WrittenTransaction, amount: Cents | undefined): boolean =>
  /^bought$/i.test(row.type) ? row.quantity.startsWith('-') || (amount ?? 0n) > 0n : (amount ?? 0n) < 0n;

const amountOf = (row: WrittenTransaction, place: Place): Parsed<Cents> => {
  const reading = readMoney(row.amount);
  if (reading.kind === 'value') return { value: reading.value, issues: [] };
  if (reading.kind === 'absent') return { issues: [] };
  return { issues: [issueAt(reading.code, 'unusable', place, { text: row.amount, what: 'an amount in dollars' })] };
};

/** The fill that a row of a purchase or sale states; refused where its figures are unreadable or contradict each other. */
export const tradedRow = (row: WrittenTransaction, text: string, place: Place): Parsed<ReportedFill> => {
  const day = usDay(row.day);
  const side = /^bought$/i.test(row.type) ? 'BUY' : 'SELL';
  const cell = (written: string) => ({ text: written, place });
  const told = fillOf(
    {
      side,
      shares: cell(row.quantity.replace(/^-/, '')),
      ticker: cell(row.symbol),
      price: cell(row.price),
      ...(row.commission === '' ? {} : { fees: cell(row.commission) }),
      ...(day === undefined ? {} : { at: cell(day) }),
    },
    text,
  );
  const amount = amountOf(row, place);
  const undated = day === undefined ? [issueAt('date-unreadable', 'unusable', place, { text: row.day })] : [];
  const detail = { type: row.type, quantity: row.quantity, amount: row.amount };
  const signs = contradicts(row, amount.value) ? [issueAt('transaction-contradicts', 'unusable', place, detail)] : [];
  const issues = [...undated, ...told.issues, ...amount.issues, ...signs];
  if (issues.length > 0 || told.value?.ticker === undefined) return { issues };
  const fill: ReportedFill = { ...told.value, side, ticker: told.value.ticker };
  const differs = amount.value === undefined ? [] : difference(fill, amount.value, place);
  return differs.some(({ level }) => level === 'unusable') ? { issues: differs } : { value: fill, issues: differs };
};

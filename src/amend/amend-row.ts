import type { Ratio } from '../model/ratio.ts';
import type { Row } from '../model/portfolio.ts';
import { HUNDRED_PCT, roundDivide, worth, type Cents, type Price, type Shares } from '../model/units.ts';
import type { AccountColumns, AccountLine } from './account-table.ts';
import { cellSpot, noteWrong, put, type Draft } from './draft.ts';
import type { Executed } from './executed.ts';
import { aboutMoney, dollars, exactMoney, exactShares, inPercent, percentFrom } from './figure.ts';
import { averageCostAfter, rowCost, totalCostAfter } from './row-cost.ts';
import type { TradedRow } from './share-out-fill.ts';
import { gainNumbers, type GainNumbers } from './gain-numbers.ts';
import { AS_BEFORE } from './write-number.ts';
import { valueOf } from './written-number.ts';

const valueAt = ({ price }: Row, shares: Shares): Cents => worth(price, shares);

const putShares = (draft: Draft, line: AccountLine, columns: AccountColumns, row: Row, after: Shares): void => {
  const shares = cellSpot(draft, line, columns.shares, 'shares');
  if (shares) put(draft, shares, exactShares(after));
  const value = cellSpot(draft, line, columns.value, 'money');
  if (!value) return;
  noteWrong(draft, value, 'money', dollars(valueAt(row, row.shares)));
  // Where price or shares are worked out from the value, it has to be exact.
  const derives = shares === undefined || cellSpot(draft, line, columns.price, 'price') === undefined;
  put(draft, value, derives ? exactMoney(valueAt(row, after)) : aboutMoney(valueAt(row, after)));
};

/** Writes the costs of a row and gives it back as it will be read. A sale leaves the average cost as it is. */
const putCosts = (
  draft: Draft,
  line: AccountLine,
  columns: AccountColumns,
  row: Row,
  after: Shares,
  fill: Executed,
): Row => {
  const each =
    row.costPerShare && fill.side === 'BUY' ? cellSpot(draft, line, columns.costPerShare, 'price') : undefined;
  const all = row.costTotal ? cellSpot(draft, line, columns.costTotal, 'money') : undefined;
  const costPerShare = each
    ? (put(draft, each, { kind: 'price', value: averageCostAfter(row, fill), within: AS_BEFORE, least: 2 }) as Price)
    : row.costPerShare?.value;
  const costTotal = row.costTotal ? totalCostAfter(row.costTotal.value, row.shares, after, fill) : undefined;
  if (all && costTotal !== undefined) put(draft, all, exactMoney(costTotal));
  return {
    ...row,
    shares: after,
    ...(row.costPerShare && costPerShare !== undefined
      ? { costPerShare: { ...row.costPerShare, value: costPerShare } }
      : {}),
    ...(row.costTotal && costTotal !== undefined ? { costTotal: { ...row.costTotal, value: costTotal } } : {}),
  };
};

/** The cost that a stated gain implies, where no column says it. */
const impliedCost = (row: Row, { money, pct }: GainNumbers): Cents | undefined => {
  const value = valueAt(row, row.shares);
  if (money) return (value - (valueOf(money.number, 'money') ?? 0n)) as Cents;
  const gained = pct ? valueOf(pct.number, 'pct') : undefined;
  const grown = gained === undefined ? 0n : HUNDRED_PCT + gained;
  return grown > 0n ? (roundDivide(value * HUNDRED_PCT, grown) as Cents) : undefined;
};

const gainOn = (cost: Cents, value: Cents): Ratio => inPercent({ num: value - cost, den: cost });

const putGains = (draft: Draft, gains: GainNumbers, row: Row, after: Row, fill: Executed): void => {
  const known = rowCost(row);
  const before = known ?? impliedCost(row, gains);
  const cost =
    rowCost(after) ?? (before === undefined ? undefined : totalCostAfter(before, row.shares, after.shares, fill));
  if (before === undefined || cost === undefined) return;
  const value = valueAt(after, after.shares);
  if (gains.money) {
    if (known !== undefined)
      noteWrong(draft, gains.money, 'money', dollars((valueAt(row, row.shares) - known) as Cents));
    put(draft, gains.money, { kind: 'money', value: dollars((value - cost) as Cents), within: AS_BEFORE });
  }
  // Without a known cost a sale leaves the percentage as it is stated.
  if (!gains.pct || before <= 0n || cost <= 0n || (known === undefined && fill.side === 'SELL')) return;
  const was = gainOn(before, valueAt(row, row.shares));
  if (known !== undefined) noteWrong(draft, gains.pct, 'pct', was);
  put(draft, gains.pct, percentFrom(gains.pct.number, was, gainOn(cost, value)));
};

/** Puts the figures of a row that keeps some of its shares: shares, value, cost, gain. Its price is no fill's business. */
export const amendRow = (draft: Draft, { table: { columns }, line, after }: TradedRow, fill: Executed): void => {
  const row = line.held;
  if (!row) return;
  const gains = gainNumbers(draft, line, columns);
  putShares(draft, line, columns, row, after);
  putGains(draft, gains, row, putCosts(draft, line, columns, row, after, fill), fill);
};

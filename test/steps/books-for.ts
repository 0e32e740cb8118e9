// The books of a plan with three orders, and reports of fills in words, as the person types them.
import type { Fill, ReportedFill } from '../../src/model/fill.ts';
import type { FillCheck } from '../../src/model/fill-check.ts';
import type { PlannedOrder } from '../../src/model/planned-order.ts';
import { sectorOf } from '../../src/model/sector.ts';
import type { Side } from '../../src/model/trade.ts';
import { readFillWords } from '../../src/parse/read-fill-words.ts';
import type { Books } from '../../src/steps/5-books.ts';
import { nameOrder } from '../../src/steps/5-name-order.ts';
import { rehearse } from '../../src/model/rehearsal.ts';
import { fillAsTrade } from '../../src/steps/fill-as-trade.ts';
import { account, DAY, holding, limits, price, shares, ticker } from '../account.ts';

export const order = (
  seq: number,
  side: Side,
  symbol: string,
  count: string,
  each: string,
  range: PlannedOrder['range'] = {},
): PlannedOrder => ({
  seq,
  side,
  ticker: ticker(symbol),
  sector: sectorOf('Materials'),
  shares: shares(count),
  price: price(each),
  range,
});

/** $100,000.00: sell 100 NEM and 20 KO, then buy 40 LLY. */
export const ORDERS = [
  order(1, 'SELL', 'NEM', '100', '100', { lowest: price('99.5'), highest: price('130') }),
  order(2, 'SELL', 'KO', '20', '50'),
  order(3, 'BUY', 'LLY', '40', '200'),
];
const HELD = [holding('NEM', 'Materials', '320', '100'), holding('KO', 'Staples', '1200', '50')];

export const books = (more: Partial<Books> = {}): Books => ({
  plan: 'aaaa',
  day: DAY,
  orders: ORDERS,
  fills: [],
  quarantined: [],
  account: account('8000', HELD),
  config: limits(),
  ...more,
});

/** What a person types, as a report. */
export const report = (words: string, { orders, plan }: Books = books()): ReportedFill => {
  const [told] = readFillWords(words, 'words').value ?? [];
  const named = told === undefined ? undefined : nameOrder(told, { orders, plan }).value;
  if (named === undefined) throw new Error(`not a fill: ${words}`);
  return named;
};

/** The books after a fill: the account with it. */
export const after = (before: Books, fill: Fill): Books => {
  const holdings = before.account.holdings;
  const sector = holdings.find((one) => one.ticker === fill.ticker)?.sector ?? sectorOf('Materials');
  const { positions, cash } = rehearse(before.account, [fillAsTrade(fill, sector)], [], DAY).after;
  const held = [...positions.values()].map((position) => ({ ...position, place: { file: '', line: 1, column: 1 } }));
  return { ...before, fills: [...before.fills, fill], account: { holdings: held, cash } };
};

/** `recorded 1: partial`, `quarantined oversell` … */
export const told = (check: FillCheck): string => {
  switch (check.kind) {
    case 'recorded':
      return `recorded ${check.fill.order ?? '-'}: ${check.fill.alarms.map(({ code }) => code).join(' ')}`.trim();
    case 'known':
      return `known ${check.where}`;
    case 'id-differs':
      return `id-differs ${String(check.issue.detail['fields'])}`;
    case 'quarantined':
      return `quarantined ${check.reason}`;
  }
};

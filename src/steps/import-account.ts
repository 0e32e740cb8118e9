import type { AccountExport } from '../model/account-export.ts';
import type { Issue } from '../model/issue.ts';
import type { Ticker } from '../model/ticker.ts';
import type { Cents, Price } from '../model/units.ts';
import { readMarket } from '../parse/read-market.ts';
import { readPositions } from '../parse/read-positions.ts';
import { readSectors } from '../parse/read-sectors.ts';
import type { Source } from './read-sources.ts';

/** What an import is given: the export, what it may need beside it, and the day on which it is made. */
export interface ImportRequest {
  readonly exported: Source;
  readonly sectors?: Source;
  /** Names prices, for exports that state weights only. */
  readonly market?: Source;
  readonly total?: Cents;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** An account that can be written as a Portfolio.md, or nothing; and what there is to say about it. */
export interface ImportedAccount {
  readonly account?: AccountExport;
  readonly asOf: string;
  readonly sectors: ReadonlyMap<Ticker, string>;
  readonly issues: readonly Issue[];
}

/** The prices of a market file, and their day. */
interface MarketPrices {
  readonly prices: ReadonlyMap<Ticker, Price>;
  readonly asOf?: string;
  readonly issues: readonly Issue[];
}

const pricesIn = (market: Source | undefined): MarketPrices => {
  if (market === undefined) return { prices: new Map(), issues: [] };
  const { value, issues } = readMarket(market.text, market.file);
  const prices = (value?.picks ?? []).flatMap(({ ticker, price }) =>
    price === undefined ? [] : [[ticker, price] as const],
  );
  const day = value?.asOf === undefined ? {} : { asOf: value.asOf.value };
  return { prices: new Map(prices), ...day, issues: issues.filter(({ level }) => level === 'unusable') };
};

const withoutSector = (
  account: AccountExport,
  sectors: ReadonlyMap<Ticker, string>,
  listed: boolean,
): readonly Issue[] => {
  const tickers = [...new Set(account.positions.map(({ ticker }) => ticker))].filter((ticker) => !sectors.has(ticker));
  return tickers.length === 0 ? [] : [{ code: 'holdings-without-sector', level: 'note', detail: { tickers, listed } }];
};

const undated = ({ asOf, file }: AccountExport, today: string): readonly Issue[] =>
  asOf === undefined
    ? [{ code: 'positions-undated', level: 'approve', detail: { today }, place: { file, line: 1, column: 1 } }]
    : [];

/** From a broker's export to an account. Without an `account`, an issue says why nothing can be made of it. */
export const importAccount = ({ exported, sectors, market, total, today }: ImportRequest): ImportedAccount => {
  const priced = pricesIn(market);
  const listed = sectors === undefined ? undefined : readSectors(sectors.text, sectors.file);
  const weighing = { prices: priced.prices, ...(total === undefined ? {} : { total }) };
  const read = readPositions(exported.text, exported.file, weighing);
  const known = listed?.value ?? new Map<Ticker, string>();
  const before = [...priced.issues, ...(listed?.issues ?? []), ...read.issues];
  if (read.value === undefined || before.some(({ level }) => level === 'unusable'))
    return { asOf: today, sectors: known, issues: before };
  // An export without a date gets its prices from the market file, or it is of the day of the import.
  const account = priced.asOf === undefined ? read.value : { asOf: priced.asOf, ...read.value };
  const issues = [...before, ...undated(account, today), ...withoutSector(account, known, listed !== undefined)];
  return { account, asOf: account.asOf ?? today, sectors: known, issues };
};

import * as z from 'zod';
import type { Issue, Parsed } from '../model/issue.ts';
import type { StockPick } from '../model/market.ts';
import type { Stated } from '../model/place.ts';
import { tickerOf, type Ticker } from '../model/ticker.ts';
import { fromNumber, SCALE, type Pct, type Price } from '../model/units.ts';
import { issueAt } from './issue-at.ts';
import { convictionIssue } from './pick-of.ts';
import { once } from './once.ts';
import { readDate } from './read-date.ts';
import { readJson, type JsonDocument } from './read-json.ts';
import { namedSector } from './row-sector.ts';
import { shapeIssues } from './shape-issues.ts';

/** What a Stock-Analyst file holds. */
const stockFile = once(() =>
  z.strictObject({
    ticker: z.string(),
    conviction_score: z.number(),
    thesis: z.string(),
    proposed_allocation_pct: z.number(),
    sector: z.string(),
    price: z.number().optional(),
    as_of: z.string().optional(),
    allocation_basis: z.enum(['target', 'increment']).optional(),
  }),
);
type StockFile = z.infer<ReturnType<typeof stockFile>>;

interface Checked {
  readonly ticker?: Ticker | undefined;
  readonly conviction?: Pct | undefined;
  readonly proposed?: Pct | undefined;
  readonly price?: Price | undefined;
  readonly asOf?: Stated<string> | undefined;
  readonly issues: readonly Issue[];
}

const numberFault = (document: JsonDocument, key: string, value: number, what: string): Issue =>
  issueAt('too-many-digits', 'unusable', document.placeOf([key]), { text: String(value), what });

const checkConviction = (document: JsonDocument, file: StockFile): Checked => {
  const conviction = fromNumber(file.conviction_score, SCALE.pct) as Pct | undefined;
  const place = document.placeOf(['conviction_score']);
  if (conviction === undefined)
    return { issues: [numberFault(document, 'conviction_score', file.conviction_score, 'a conviction from 0 to 100')] };
  const issue = convictionIssue({ value: conviction, place }, 'unusable', file.ticker);
  return issue ? { issues: [issue] } : { conviction, issues: [] };
};

const checkAllocation = (document: JsonDocument, file: StockFile): Checked => {
  const written = file.proposed_allocation_pct;
  const proposed = fromNumber(written, SCALE.pct) as Pct | undefined;
  const place = document.placeOf(['proposed_allocation_pct']);
  const detail = { text: String(written) };
  if (proposed === undefined)
    return { issues: [numberFault(document, 'proposed_allocation_pct', written, 'a percentage')] };
  if (proposed <= 0n || written > 100)
    return { issues: [issueAt('allocation-out-of-range', 'unusable', place, detail, file.ticker)] };
  if (written <= 1) {
    const suggestion = String(Number((written * 100).toPrecision(12)));
    return { issues: [issueAt('allocation-fraction', 'unusable', place, { ...detail, suggestion }, file.ticker)] };
  }
  return { proposed, issues: [] };
};

const checkPrice = (document: JsonDocument, file: StockFile): Checked => {
  if (file.price === undefined) return { issues: [] };
  const price = fromNumber(file.price, SCALE.price) as Price | undefined;
  if (price === undefined)
    return { issues: [numberFault(document, 'price', file.price, 'a price in dollars with up to four decimals')] };
  if (price > 10n ** 16n)
    return {
      issues: [
        issueAt(
          'number-too-large',
          'unusable',
          document.placeOf(['price']),
          { text: String(file.price), what: 'a price in dollars' },
          file.ticker,
        ),
      ],
    };
  return price > 0n
    ? { price, issues: [] }
    : { issues: [issueAt('price-not-positive', 'unusable', document.placeOf(['price']), {}, file.ticker)] };
};

const checkDate = (document: JsonDocument, file: StockFile): Checked => {
  if (file.as_of === undefined) return { issues: [] };
  const place = document.placeOf(['as_of']);
  const date = readDate(file.as_of);
  if (date.kind === 'day') return { asOf: { value: date.day, place }, issues: [] };
  return { issues: [issueAt('date-unreadable', 'unusable', place, { text: file.as_of }, file.ticker)] };
};

const checkWords = (document: JsonDocument, file: StockFile): Checked => {
  const ticker = tickerOf(file.ticker);
  const empty = (['thesis', 'sector'] as const).filter((key) => file[key].trim() === '');
  return {
    ticker,
    issues: [
      ...(ticker
        ? []
        : [issueAt('ticker-unreadable', 'unusable', document.placeOf(['ticker']), { text: file.ticker })]),
      ...empty.map((key) => issueAt('value-empty', 'unusable', document.placeOf([key]), { key }, key)),
    ],
  };
};

const stockOf = (document: JsonDocument, file: StockFile, name: string): Parsed<StockPick> => {
  const words = checkWords(document, file);
  const conviction = checkConviction(document, file);
  const allocation = checkAllocation(document, file);
  const price = checkPrice(document, file);
  const date = checkDate(document, file);
  const issues = [words, conviction, allocation, price, date].flatMap((each) => each.issues);
  if (issues.length > 0 || !words.ticker || conviction.conviction === undefined || allocation.proposed === undefined)
    return { issues };
  const { sector, spelled, issues: naming } = namedSector(file.sector, document.placeOf(['sector']));
  const value: StockPick = {
    file: name,
    ticker: words.ticker,
    sector,
    sectorSpelling: spelled,
    conviction: conviction.conviction,
    thesis: file.thesis,
    proposed: allocation.proposed,
    basis: file.allocation_basis ?? 'target',
    ...(price.price === undefined ? {} : { price: price.price, pricePlace: document.placeOf(['price']) }),
    ...(date.asOf ? { asOf: date.asOf } : {}),
    place: document.placeOf(['ticker']),
    sectorPlace: document.placeOf(['sector']),
  };
  return { value, issues: naming };
};

/** Reads one Stock-Analyst file (`nvda.json`); anything that could be misread is refused by name and place. */
export const readStock = (text: string, file: string): Parsed<StockPick> => {
  const { value: document, issues } = readJson(text, file);
  if (!document) return { issues };
  const shaped = stockFile().safeParse(document.value);
  if (!shaped.success)
    return { issues: shapeIssues(document, shaped.error, Object.keys(stockFile().shape), 'unusable') };
  return stockOf(document, shaped.data, file);
};

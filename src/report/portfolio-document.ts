import type { AccountExport, ExportedPosition, LeftOutPosition } from '../model/account-export.ts';
import { dollarText, percentText, priceText, sharesText } from '../model/figures.ts';
import type { Ticker } from '../model/ticker.ts';
import { sumCents, nearestCents, worth, type Cents } from '../model/units.ts';
import { markdownText } from './escape.ts';
import { markdownDocument, markdownPart } from './markdown-document.ts';
import { render } from './render.ts';

/** What a Portfolio.md is made of. */
export interface PortfolioWriting {
  readonly account: AccountExport;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly sectors: ReadonlyMap<Ticker, string>;
}

/** Stands where no sector is known; readers of the document ask for it by name. */
const UNKNOWN = 'Unknown';

const valueOf = ({ price, shares }: ExportedPosition): Cents => worth(price, shares);

const gainText = (value: Cents, cost: Cents): string => {
  const text = percentText({ num: value - cost, den: cost });
  return value > cost ? `+${text}` : text;
};

const row = (position: ExportedPosition, sectors: ReadonlyMap<Ticker, string>): object => {
  const { ticker, name, shares, price, cost } = position;
  const value = valueOf(position);
  return {
    ticker,
    name: markdownText(name),
    sector: markdownText(sectors.get(ticker) ?? UNKNOWN),
    shares: sharesText(shares),
    cost: cost === undefined ? '—' : dollarText(cost),
    price: priceText(price),
    value: dollarText(value),
    gain: cost === undefined ? '—' : gainText(value, cost),
  };
};

/** What stands between marks that separate statements in a line could be read as a statement of its own. */
const asOneText = (text: string): string => markdownText(text.replace(/[|•·]/gu, '/'));

const leftOutRow = ({ what, why, value, place }: LeftOutPosition): object => ({
  what: asOneText(what),
  value: value === undefined ? '' : dollarText(nearestCents(value)),
  line: place.line,
  [why]: true,
});

/** The value of all holdings and cash that are imported. */
export const importedTotal = ({ positions, cash }: AccountExport): Cents => sumCents([cash, ...positions.map(valueOf)]);

/** An account as a Portfolio.md: every figure can be recomputed, and the action plan waits to be written. */
export const portfolioDocument = ({ account, asOf, sectors }: PortfolioWriting): string => {
  const view = {
    asOf,
    undated: account.asOf === undefined,
    title: markdownText(account.title),
    file: markdownText(account.file),
    named: account.positions.some(({ name }) => name !== ''),
    rows: account.positions.map((position) => row(position, sectors)),
    cash: dollarText(account.cash),
    total: dollarText(importedTotal(account)),
    leftOut: account.leftOut.map(leftOutRow),
  };
  return markdownDocument([markdownPart(render('import/portfolio.md', view))]);
};

import type { Issue } from '../model/issue.ts';
import type { Place } from '../model/place.ts';
import type { Restriction, RestrictionScope } from '../model/portfolio.ts';
import { tickerOf, type Ticker } from '../model/ticker.ts';
import { bareText } from './bare-text.ts';
import { columnsOf } from './columns-of.ts';
import { issueAt } from './issue-at.ts';
import type { Line, Outline, Section, TableRow } from './outline.ts';
import { readDate } from './read-date.ts';
import { readTicker } from './read-ticker.ts';
import { isRestrictionSection } from './restriction-section.ts';
import { tableKind } from './table-kind.ts';

/** The tickers that a document says may not be traded. */
export interface Restrictions {
  readonly restrictions: readonly Restriction[];
  readonly issues: readonly Issue[];
}

const LABEL =
  /^(?:restricted(?: list| tickers?| securities| stocks?)?|restrictions?(?: list)?|do[ -]not[ -]trade|no[ -]trade(?: list)?|blocked(?: list| tickers?)?)\s?:\s*(.*)$/i;
const NOTHING = /^(?:none|n\/?a|nothing|no (?:restrictions?|restricted .*)|[-–—]+|)\.?$/i;
const TICKERS =
  /^\$?[A-Z]{1,6}(?:[.\-/][A-Z]{1,2})?(?:\s?(?:,|;|&|and|\/)\s?\$?[A-Z]{1,6}(?:[.\-/][A-Z]{1,2})?)*(?=$|[\s,;&:(–—-]|\.$)/;

const MORE = /^\s?(?:[,;&/+]|(?:and|or|plus|as well as|(?:along |together )?with|including)\b)/i;

const scopeOf = (text: string): RestrictionScope => {
  if (/\b(?:buys? only|buying only|no buy(?:s|ing)?|(?:do not|don't|may not|cannot) buy|no purchases?)\b/i.test(text))
    return 'buy';
  return /\b(?:sells? only|selling only|no sell(?:s|ing)?|no sales?|(?:do not|don't|may not|cannot) sell)\b/i.test(text)
    ? 'sell'
    : 'both';
};

interface Terms {
  readonly scope: RestrictionScope;
  readonly until?: string;
  readonly reason?: string;
}

/** Scope, last day and reason in the words behind the tickers; a date that does not exist never ends anything. */
const termsOf = (words: string, place: Place): { readonly terms: Terms; readonly issues: readonly Issue[] } => {
  const dated = /\b(?:until|through|till|expires?|to)\b:?\s*(.*)$/i.exec(words)?.[1];
  const date = readDate(dated ?? '');
  const issues = date.kind === 'impossible' ? [issueAt('date-unreadable', 'approve', place, { text: date.text })] : [];
  const reason = words.replace(/^[\s:(–—-]+|[\s).]+$/g, '');
  const until = date.kind === 'day' ? { until: date.day } : {};
  return { terms: { scope: scopeOf(words), ...until, ...(reason === '' ? {} : { reason }) }, issues };
};

const unreadable = (text: string, place: Place): Restrictions => ({
  restrictions: [],
  issues: [issueAt('restriction-unreadable', 'approve', place, { text })],
});

const namesHeld = (words: string, held: ReadonlySet<string>): boolean =>
  words.split(/[^A-Z.\-/]+/).some((word) => held.has(tickerOf(word) ?? ''));

const fromText = (source: string, place: Place, held: ReadonlySet<string>): Restrictions => {
  const text = bareText(source);
  if (NOTHING.test(text)) return { restrictions: [], issues: [] };
  const list = TICKERS.exec(text)?.[0];
  const tickers = (list ?? '').split(/\s?(?:,|;|&|\band\b)\s?/).flatMap((part): readonly Ticker[] => {
    const ticker = tickerOf(part.replace('$', ''));
    return ticker ? [ticker] : part.split('/').flatMap((each) => tickerOf(each) ?? []);
  });
  const single = text.includes(',') ? undefined : readTicker(text.replace(/\s?[:–—].*$/, ''));
  const found = tickers.length > 0 ? tickers : single ? [single] : [];
  if (found.length === 0) return unreadable(text, place);
  const rest = list === undefined ? '' : text.slice(list.length);
  const { terms, issues } = termsOf(rest, place);
  // "A, B, Gamma Corp": what follows a comma and is not read is never passed over.
  const more =
    MORE.test(rest) || namesHeld(rest, held) ? [issueAt('restriction-unreadable', 'approve', place, { text })] : [];
  return { restrictions: found.map((ticker) => ({ ticker, ...terms, place })), issues: [...issues, ...more] };
};

/** In a restriction section every item is one; a sentence only when it starts with a ticker. */
const fromLine = (line: Line, inSection: boolean, held: ReadonlySet<string>): Restrictions => {
  const text = bareText(line.text);
  const label = LABEL.exec(text);
  if (label) return fromText(label[1] ?? '', line.place, held);
  const counts =
    inSection && (line.kind === 'item' || (line.kind !== 'heading' && TICKERS.test(text) && /^[A-Z]{2,}/.test(text)));
  return counts && line.struck !== true ? fromText(line.text, line.place, held) : { restrictions: [], issues: [] };
};

const fromRow = (row: TableRow, at: number): Restrictions => {
  const ticker = readTicker(row.cells[at]?.text ?? '');
  const place = row.cells[at]?.place ?? row.place;
  const others = row.cells.filter((_, index) => index !== at).map((cell) => cell.text);
  if (!ticker)
    return row.cells.every((cell) => NOTHING.test(bareText(cell.text)))
      ? { restrictions: [], issues: [] }
      : unreadable(row.cells.map((cell) => cell.text).join(' | '), place);
  const date = others.map(readDate).find((reading) => reading.kind === 'day');
  const scope = others
    .map((text) =>
      /^(?:buy|sell)s?$/i.test(bareText(text)) ? (/^buy/i.test(bareText(text)) ? 'buy' : 'sell') : scopeOf(text),
    )
    .find((each) => each !== 'both');
  const reason = others.filter((text) => readDate(text).kind === 'absent' && /\p{L}{3}/u.test(text)).join('; ');
  return {
    restrictions: [
      {
        ticker,
        scope: scope ?? 'both',
        place,
        ...(date?.kind === 'day' ? { until: date.day } : {}),
        ...(reason === '' ? {} : { reason }),
      },
    ],
    issues: [],
  };
};

const fromSection = (section: Section, held: ReadonlySet<string>): readonly Restrictions[] => {
  const inSection = isRestrictionSection(section);
  const tables = inSection ? section.tables.filter((table) => tableKind(table, section, false) !== 'holdings') : [];
  const rows = tables.flatMap((table) => {
    const at = columnsOf(table.header, { ticker: ['ticker', 'symbol', 'stock', 'security'] }).ticker ?? 0;
    return table.rows.map((row) => fromRow(row, at));
  });
  return [...section.lines.map((line) => fromLine(line, inSection, held)), ...rows];
};

/**
 * Reads the restriction section, and lines such as "**Restricted:** XOM, CVX (buy only) until 2026-03-01". A ticker of `held`
 * in words that are not read is reported.
 */
export const readRestrictions = (outline: Outline, held: ReadonlySet<string>): Restrictions => {
  const all = outline.sections.flatMap((section) => fromSection(section, held));
  return { restrictions: all.flatMap((each) => each.restrictions), issues: all.flatMap((each) => each.issues) };
};

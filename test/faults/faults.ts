// One wrong thing a time, in the classes in which analysts and language models get documents wrong.
import type { Chances } from './chances.ts';
import { cellsOf, columnOf, linesUnder, mistyped, withCell, withLine, type Fault, type FaultMaker } from './fault.ts';

const HOLDINGS = /^##.*Holdings/;
const SECTORS = /^## .*Sector/;
const PLAN = /^##.*(?:ACTION PLAN|Rebalancing)/i;
const ROW = /^\| [A-Z][A-Z.]{0,5} \|/;
const SECTOR_ROW = /^\| [A-Z][A-Za-z ]+ \| *[$]?[\d.,]+%? \|/;
const BULLET = /^- (?:Reduce|Increase|Add) /;

/** The rows of the three tables, and the bullets of the plan. */
const rowsIn = (lines: readonly string[]) => linesUnder(lines, HOLDINGS, ROW);
const sectorRows = (lines: readonly string[]) => linesUnder(lines, SECTORS, SECTOR_ROW);
const planRows = (lines: readonly string[]) =>
  lines.flatMap((line, at) => (SECTOR_ROW.test(line) && columnOf(lines, at, /^Target/) >= 0 ? [at] : []));
const bullets = (lines: readonly string[]) => linesUnder(lines, PLAN, BULLET);

type Change = (cell: string, chances: Chances) => string | undefined;

/** A fault in one cell of a column, in one of some rows. */
const inCell =
  (what: string, rows: (lines: readonly string[]) => readonly number[], name: RegExp, change: Change): FaultMaker =>
  (lines, chances) => {
    const row = chances.any(rows(lines));
    if (row === undefined) return undefined;
    const column = columnOf(lines, row, name);
    const line = lines[row] ?? '';
    const cell = cellsOf(line)[column]?.trim();
    const changed = cell === undefined || cell === '' || cell === '—' ? undefined : change(cell, chances);
    return changed === undefined ? undefined : withLine(lines, row, withCell(line, column, changed), what);
  };

/** A fault in one of the lines that have a shape. */
const inLine =
  (what: string, shape: RegExp, change: Change): FaultMaker =>
  (lines, chances) => {
    const at = chances.any(lines.flatMap((line, index) => (shape.test(line) ? [index] : [])));
    const changed = at === undefined ? undefined : change(lines[at] ?? '', chances);
    return at === undefined || changed === undefined ? undefined : withLine(lines, at, changed, what);
  };

const slip =
  (least: number, points = 0): Change =>
  (cell, chances) =>
    mistyped(cell, chances, least, points);
const after =
  (start: RegExp, change: Change): Change =>
  (line, chances) => {
    const found = start.exec(line);
    if (found === null) return undefined;
    const kept = line.slice(0, found.index + found[0].length);
    const changed = change(line.slice(kept.length), chances);
    return changed === undefined ? undefined : `${kept}${changed}`;
  };
const replaced =
  (from: RegExp, ...to: readonly string[]): Change =>
  (text, { one }) =>
    from.test(text) ? text.replace(from, one(to)) : undefined;

const VALUE = /^(?:Market )?Value$/i;
const PRICE = /^(?:Current )?Price$/;
const SHARES = /^(?:Shares|Quantity)$/;
const WEIGHT = /^(?:Weight|% of total)$/;

/** Every weight of a column as a part of the invested money. */
const ofInvested =
  (what: string, rows: (lines: readonly string[]) => readonly number[], name: RegExp): FaultMaker =>
  (lines) => {
    const cash = /\*\*Cash:\*\* \$[\d,.]+ \(([\d.]+)%/.exec(lines.join('\n'))?.[1];
    const changed = rows(lines).filter((row) => columnOf(lines, row, name) >= 0);
    if (cash === undefined || Number(cash) < 8 || changed.length === 0) return undefined;
    const text = lines.map((line, at) => {
      if (!changed.includes(at)) return line;
      const column = columnOf(lines, at, name);
      const part = Number((cellsOf(line)[column] ?? '').replace('%', '')) / (1 - Number(cash) / 100);
      return withCell(line, column, `${part.toFixed(2)}%`);
    });
    return { what, lines: changed.map((at) => at + 1), text: text.join('\n') };
  };

const fromOfInvested: FaultMaker = (lines, chances) => {
  const cash = /\*\*Cash:\*\* \$[\d,.]+ \(([\d.]+)%/.exec(lines.join('\n'))?.[1];
  const at = chances.any(bullets(lines));
  if (cash === undefined || Number(cash) < 8 || at === undefined) return undefined;
  const part = 1 - Number(cash) / 100;
  const line = (lines[at] ?? '').replace(
    /from ([\d.]+)%/,
    (_, from: string) => `from ${(Number(from) / part).toFixed(2)}%`,
  );
  return withLine(lines, at, line, '"from" of the invested money');
};

/** Every price in another currency than the values. */
const pricesTimes =
  (what: string, factor: number): FaultMaker =>
  (lines) => {
    const rows = rowsIn(lines);
    const text = lines.map((line, at) => {
      if (!rows.includes(at)) return line;
      const column = columnOf(lines, at, PRICE);
      const price = Number((cellsOf(line)[column] ?? '').replace(/[$,]/g, '')) * factor;
      return withCell(line, column, price.toFixed(2));
    });
    return { what, lines: rows.map((at) => at + 1), text: text.join('\n') };
  };

const missingDate: FaultMaker = (lines) => {
  const at = lines.findIndex((line) => /As of|Generated/.test(line));
  return { what: 'no date', lines: [1], text: lines.map((line, index) => (index === at ? '' : line)).join('\n') };
};

const DATE = /2026-01-08|January 8, 2026/;
const date = (what: string, ...days: readonly string[]): FaultMaker => inLine(what, DATE, replaced(DATE, ...days));

/** A ticker that another row already has. */
const twice: FaultMaker = (lines, chances) => {
  const [a, b] = chances.shuffled(rowsIn(lines));
  if (a === undefined || b === undefined) return undefined;
  const name = cellsOf(lines[a] ?? '')[0]?.trim() ?? '';
  return withLine(lines, b, withCell(lines[b] ?? '', 0, name), 'a ticker twice');
};

/** A row under the sector of another row. */
const otherSector: FaultMaker = (lines, chances) => {
  const rows = rowsIn(lines);
  const [a, b] = [chances.any(rows), chances.any(rows)];
  if (a === undefined || b === undefined) return undefined;
  const sector = cellsOf(lines[a] ?? '')[columnOf(lines, a, /^Sector$/)]?.trim() ?? '';
  return withLine(
    lines,
    b,
    withCell(lines[b] ?? '', columnOf(lines, b, /^Sector$/), sector),
    'the sector of another row',
  );
};

/** A sector directive about a sector of another row of the holdings. */
const otherSubject: FaultMaker = (lines, chances) => {
  const at = chances.any(bullets(lines));
  const row = chances.any(rowsIn(lines));
  if (at === undefined || row === undefined) return undefined;
  const sector = cellsOf(lines[row] ?? '')[columnOf(lines, row, /^Sector$/)]?.trim() ?? '';
  return withLine(
    lines,
    at,
    (lines[at] ?? '').replace(/^(- \w+) [A-Z][A-Za-z ]+ from/, `$1 ${sector} from`),
    'another subject',
  );
};

const minus: Change = (cell) => (cell.startsWith('-') ? cell.slice(1) : `-${cell.replace(/^\+/, '')}`);

/** The classes, each with the ways to make its faults. */
export const FAULTS: Readonly<Record<string, readonly FaultMaker[]>> = {
  TOTAL: [
    inLine('the TOTAL row', /^\| \*\*TOTAL/, slip(0.001)),
    inLine('the total line', /^- \*\*Total value/, slip(0.001)),
    inLine('the invested line', /^- \*\*Invested/, slip(0.001)),
  ],
  weight: [
    inCell('a weight', rowsIn, WEIGHT, slip(0, 0.2)),
    inCell('a sector’s weight', sectorRows, WEIGHT, slip(0, 0.2)),
    inLine('the weight of cash', /^- \*\*Cash:/, after(/\(/, slip(0, 0.2))),
  ],
  price: [inCell('a price', rowsIn, PRICE, slip(0.002))],
  shares: [inCell('a number of shares', rowsIn, SHARES, slip(0.002))],
  value: [inCell('a value', rowsIn, VALUE, slip(0.002)), inCell('a sector’s value', sectorRows, VALUE, slip(0.002))],
  cash: [
    inLine('the cash row', /^\| \*\*CASH/, slip(0.001)),
    inLine('the cash line', /^(?:- )?\*\*Cash(?: balance)?:/, slip(0.001)),
    inLine('cash at the start', /^Starting cash/, slip(0.05)),
    inLine('cash at the end', /^Starting cash/, after(/→/, slip(0.05))),
  ],
  sector: [
    otherSector,
    otherSector,
    inCell('a misspelt sector', rowsIn, /^Sector$/, (cell) => `${cell.slice(0, 3)}x${cell.slice(3)}`),
    inCell('no sector', rowsIn, /^Sector$/, () => ''),
  ],
  sign: [
    inCell('negative shares', rowsIn, SHARES, minus),
    inCell('a negative price', rowsIn, PRICE, minus),
    inCell('a negative value', rowsIn, VALUE, minus),
    inCell('a negative weight', rowsIn, WEIGHT, minus),
    inCell('the sign of a gain', rowsIn, /^Gain %$/, (cell, chances) =>
      /[1-9]/.test(cell.slice(0, -2)) ? minus(cell, chances) : undefined,
    ),
    // An amount without a sign beside TRIM is no fault: it says how much.
    inCell('the sign of a purchase', planRows, /^Dollar/, replaced(/^\+?\$/, '-$')),
    inLine('negative cash', /^(?:- )?\*\*Cash(?: balance)?:/, replaced(/\$/, '-$')),
  ],
  currency: [
    inCell('a price in another currency', rowsIn, PRICE, replaced(/^\$?/, '€', '£', 'CHF ', '¥')),
    inCell('a value in another currency', rowsIn, VALUE, replaced(/^\$?/, '€', '£', 'EUR ')),
    inLine('cash in another currency', /^(?:- )?\*\*Cash(?: balance)?:/, replaced(/\$/, '€', '£', 'GBP ')),
    pricesTimes('all prices in pence', 100),
    pricesTimes('all prices in euros', 0.86),
    pricesTimes('all prices in Canadian dollars', 1.37),
  ],
  basis: [
    ofInvested('weights of the invested money', rowsIn, WEIGHT),
    ofInvested('sectors of the invested money', sectorRows, WEIGHT),
    fromOfInvested,
  ],
  date: [
    date('an old date', '2025-12-30', 'December 30, 2025', '2025-01-08'),
    date('a date that is to come', '2026-08-01', '2027-01-08', '2026-01-09'),
    date('a day that does not exist', '2026-02-30', '2026-13-08', 'January 32, 2026'),
    date('a day too old to trade on', '2026-01-02', '01/02/2026'),
    missingDate,
  ],
  'directive number': [
    inCell('a "from"', planRows, /^Current %$/, slip(0, 0.6)),
    inCell('a target', planRows, /^Target %$/, slip(0, 0.6)),
    inCell('an amount', planRows, /^Dollar/, slip(0.3)),
    inLine('a "from" of a line', BULLET, after(/from /, slip(0, 0.6))),
    inLine('a target of a line', BULLET, after(/ to (?=\d)/, slip(0, 0.6))),
    inLine('the target of cash', /^- Target Cash/, slip(0, 0.6)),
  ],
  verb: [
    inLine('the opposite verb', /^- Reduce/, replaced(/Reduce/, 'Increase', 'Raise', 'Add to', 'Boost')),
    inLine('the opposite verb', /^- Increase/, replaced(/Increase/, 'Reduce', 'Trim', 'Sell', 'Exit', 'Cut')),
    inLine('no change', BULLET, replaced(/Reduce|Increase|Add/, 'Maintain', 'Hold', 'Keep')),
    inLine('a verb that is none', BULLET, replaced(/Reduce|Increase|Add/, 'Rotate', 'Frobnicate', 'Consider', 'Halve')),
    inLine('a negation', BULLET, replaced(/^- /, '- Do not ', '- Never ', '- Avoid: ')),
    inCell('the opposite action', planRows, /^Action$/, (cell) =>
      cell.includes('TRIM') ? cell.replace('TRIM', 'ADD') : cell.replace(/ADD|RAISE/, 'TRIM'),
    ),
  ],
  ticker: [
    twice,
    inCell('a ticker that is none', rowsIn, /^(?:Ticker|Symbol)$/, (cell, { one }) =>
      one([`${cell}123`, `${cell}$`, '', 'ABCDEFGH', `${cell[0] ?? ''}?`]),
    ),
    inLine(
      'a subject that is unknown',
      BULLET,
      replaced(/(?<=^- \w+ )[A-Z][A-Za-z ]+(?= from)/, 'ZZZZ', 'Widgets', 'Emerging Markets'),
    ),
    otherSubject,
  ],
};

/** One fault of a class in a document. */
export const faultIn = (text: string, makers: readonly FaultMaker[], chances: Chances): Fault | undefined => {
  const lines = text.split('\n');
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const fault = chances.one(makers)(lines, chances);
    if (fault !== undefined && fault.text !== text) return fault;
  }
  return undefined;
};

// One wrong thing a time, in the classes in which analysts and language models get documents wrong.
import type { Chances } from './chances.ts';
import {
  BULLET,
  PRICE,
  SHARES,
  VALUE,
  WEIGHT,
  after,
  date,
  fromOfInvested,
  inCell,
  inLine,
  minus,
  missingDate,
  ofInvested,
  otherSector,
  otherSubject,
  planRows,
  pricesTimes,
  replaced,
  rowsIn,
  sectorRows,
  slip,
  twice,
} from './fault-makers.ts';
import type { Fault, FaultMaker } from './fault.ts';

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

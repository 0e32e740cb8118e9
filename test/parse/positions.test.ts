// What a broker's export of positions says, in the shapes in which it comes.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AccountExport } from '../../src/model/account-export.ts';
import { SCALE, nearestCents, writeDecimal, type Cents } from '../../src/model/units.ts';
import { readPositions } from '../../src/parse/read-positions.ts';
import { readSectors } from '../../src/parse/read-sectors.ts';

const brokers = path.resolve(import.meta.dirname, '../../fixtures/brokers');
const etrade = readFileSync(path.join(brokers, 'etrade-positions/PortfolioDownload.csv'), 'utf8');
const schwab = readFileSync(path.join(brokers, 'schwab-positions/Individual-Positions-2026-01-08-160412.csv'), 'utf8');
const fidelity = readFileSync(path.join(brokers, 'fidelity-positions/Portfolio_Positions_Jan-08-2026.csv'), 'utf8');
const vanguard = readFileSync(path.join(brokers, 'vanguard-positions/OfxDownload.csv'), 'utf8');
const statement = readFileSync(path.join(brokers, 'ib-positions/U1234567_20260108.csv'), 'utf8');

const read = (text: string) => readPositions(text, 'p.csv', { prices: new Map() });
const shown = ({ positions, cash, leftOut, asOf }: AccountExport) => ({
  positions: positions.map(
    ({ ticker, shares, price, cost }) =>
      `${writeDecimal(shares, SCALE.shares)} ${ticker} @ ${writeDecimal(price, SCALE.price)} cost ${writeDecimal(cost ?? 0n, SCALE.cents)}`,
  ),
  cash: writeDecimal(cash, SCALE.cents),
  left: leftOut.map(({ why, value }) => `${why} ${value === undefined ? '?' : writeDecimal(nearestCents(value), 2)}`),
  asOf,
});
const outcome = (text: string) => {
  const { value, issues } = read(text);
  const told = issues.filter(({ code }) => code !== 'position-left-out');
  return {
    ...(value === undefined ? {} : shown(value)),
    issues: told.map(({ code, level }) => `${level} ${code}`),
  };
};

describe('E*TRADE', () => {
  const expected = {
    positions: [
      '28 AAPL @ 259.04 cost 5272.4',
      '20 BRK.B @ 497.62 cost 8635',
      '83 JPM @ 329.79 cost 16483.8',
      '20 MSFT @ 478.11 cost 8043',
      '320 NEM @ 104.35 cost 16768',
      '161.384 SCHD @ 27.42 cost 4213.74',
      '2157.32 VMFXX @ 1 cost 2157.32',
      '150 XOM @ 122.91 cost 16335',
    ],
    cash: '6290.15',
    left: ['option 8240', 'option -610', 'bond 5002'],
    asOf: '2026-01-08',
    issues: [],
  };
  const changed = (from: string | RegExp, to: string): string => {
    const text = etrade.replace(from, to);
    expect(text).not.toBe(etrade);
    return text;
  };

  it.each([
    ['as downloaded', () => etrade],
    ['with CRLF and without the byte order mark', () => changed('\ufeff', '').replaceAll('\n', '\r\n')],
    ['with tabs', () => etrade.replaceAll(',', '\t')],
    ['with a TOTAL one column to the left', () => changed('TOTAL,,,,,,', 'TOTAL,,,,,')],
    ['with a TOTAL that has one field more', () => changed('131473.41,', '131473.41,,')],
    [
      'with a full CASH row',
      () => changed('CASH,,,,,,,,,6290.15,', 'CASH,1.00,0.00,0.00,6290.1500,1.0000,0,0,0,6290.15'),
    ],
    ['without a preamble', () => changed(/^[\s\S]*?(?=Symbol,Last)/, '')],
    ['without lots', () => changed(/^ {5}.*\n/gm, '')],
    ['with other names of columns', () => changed('Quantity,Price Paid $', 'Qty #,Cost/Share')],
    ['with invisible characters', () => changed('Value $', 'Va\u200blue $').replace('NEM,', '\u200bNEM\u00a0,')],
  ])('%s', (_, text) => {
    expect(outcome(text())).toEqual(expected);
  });

  it('in a view with total costs and without prices: they are worked out, and that is told', () => {
    const text =
      'Symbol,Qty #,Total Cost,% of Portfolio,Value $\nNEM,320,16768.00,84.15,33392.00\nCASH,,,,6290.15,\nTOTAL,,,,39682.15\n';
    expect(outcome(text)).toEqual({
      positions: ['320 NEM @ 104.35 cost 16768'],
      cash: '6290.15',
      left: [],
      asOf: undefined,
      issues: ['note price-derived'],
    });
  });

  it.each(['NEM,104.35,.62,.60,320.0000,52.4000,198.4000,16624.0000,99.1412,33392.0000\n', 'CASH,,,,,,,,,6290.15,\n'])(
    'notices that a row is missing: %s',
    (row) => {
      expect(outcome(changed(row, ''))).toEqual({ issues: ['unusable positions-total-differs'] });
    },
  );
});

describe('Schwab', () => {
  it('reads cash, marks of absence and of negative amounts, and class suffixes', () => {
    expect(outcome(schwab)).toEqual({
      positions: [
        '28 AAPL @ 259.04 cost 5272.4',
        '20 BRK.B @ 497.62 cost 8635',
        '161.384 SCHD @ 27.42 cost 4552.08',
        '300 QYLD @ 17.61 cost 5190',
        '150 XOM @ 122.91 cost 16335',
      ],
      cash: '18290.15',
      left: ['option 4120', 'bond 5002'],
      asOf: '2026-01-08',
      issues: [],
    });
  });

  it('reads the older names of columns and the older date', () => {
    const old = schwab
      .replace('Qty (Quantity)', 'Quantity')
      .replace('Mkt Val (Market Value)', 'Market Value')
      .replace('Asset Type', 'Security Type')
      .replace('04:04 PM ET, 2026/01/08', '04:04 PM ET, 01/08/2026')
      .replace('Positions Total', 'Account Total');
    expect(outcome(old)).toEqual(outcome(schwab));
  });

  it('refuses a file of all accounts', () => {
    const [, table = ''] = /\n\n([\s\S]*)$/.exec(schwab) ?? [];
    const all = `"Positions for All-Accounts as of 04:04 PM ET, 2026/01/08"\n\n"Individual ...4321"\n${table}\n"Roth IRA ...8765"\n${table}`;
    expect(outcome(all).issues).toEqual(['unusable several-accounts']);
  });
});

describe('Fidelity', () => {
  const lower = (text: string): string => {
    const [first = '', ...others] = text.split('\n');
    return [first.replace(/(?<= )[A-Z]/g, (letter) => letter.toLowerCase()), ...others].join('\n');
  };

  it.each([
    ['with capitals', fidelity],
    ['in lower case, as since September 2026', lower(fidelity)],
    ['with another date of the download', fidelity.replace('Jan-08-2026 4:30 p.m ET', '01/08/2026 10:00 AM ET')],
  ])('reads the header %s', (_, text) => {
    expect(outcome(text)).toEqual({
      positions: [
        '28 AAPL @ 259.04 cost 5272.4',
        '3 NVDA @ 187.065 cost 359.22',
        '70.123 FXAIX @ 241.57 cost 14795.49',
        '150 NEM @ 104.35 cost 7860',
        '2 PLTR @ 173.84 cost 0',
      ],
      cash: '9290.15',
      left: ['unnamed 10', 'option 5530', 'pending 136.75'],
      asOf: '2026-01-08',
      issues: ['note positions-total-missing'],
    });
  });
});

describe('Vanguard', () => {
  it('reads the first table only; its settlement fund is cash', () => {
    expect(outcome(vanguard)).toEqual({
      positions: [
        '60 VTI @ 343.21 cost 0',
        '100 TTE @ 65.12 cost 0',
        '512.441 VBTLX @ 9.73 cost 0',
        '50 JNJ @ 204.43 cost 0',
      ],
      cash: '9290.15',
      left: ['bond 5002'],
      asOf: undefined,
      issues: ['note positions-total-missing'],
    });
  });
});

describe('Interactive Brokers', () => {
  it('reads summaries, not lots; what is accrued is part of the total and no holding', () => {
    expect(outcome(statement)).toEqual({
      positions: [
        '28.5 AAPL @ 259.04 cost 5366.6',
        '10 BRK.B @ 497.62 cost 4317.5',
        '150 NEM @ 104.35 cost 7861',
        '50.5 XOM @ 122.9056 cost 5499.45',
      ],
      cash: '9290.15',
      left: ['accrued 41.3', 'option -1220'],
      asOf: '2026-01-08',
      issues: [],
    });
  });

  it('refuses what is in another currency', () => {
    const euros = statement.replace('Cash Report,Data,Ending Cash,USD,9290.15', 'Cash Report,Data,Ending Cash,EUR,100');
    expect(outcome(euros).issues).toEqual(['unusable foreign-currency']);
    const base = statement.replace('Base Currency,USD', 'Base Currency,CHF');
    expect(outcome(base).issues).toEqual(['unusable foreign-currency']);
  });
});

describe('Ghostfolio', () => {
  const file = (weights: readonly string[]): string =>
    `| Symbol | Currency | Allocation in Percentage |\n|---|---|---|\n${weights.map((one, at) => `| ${'ABC'.charAt(at)} | USD | ${one} |`).join('\n')}\n`;
  const weigh = (weights: readonly string[], total: bigint) => {
    const prices = new Map(['A', 'B', 'C'].map((letter) => [letter, 100_0000n] as const));
    const { value, issues } = readPositions(file(weights), 'h.md', { prices: prices as never, total: total as Cents });
    return value === undefined ? issues.map(({ code }) => code) : shown(value).positions;
  };

  it('gives whole shares where they have the weight that is printed, else parts of a share', () => {
    expect(weigh(['33.333%', '33.333%', '33.333%'], 30_000_00n)).toEqual(
      ['A', 'B', 'C'].map((letter) => `100 ${letter} @ 100 cost 0`),
    );
    expect(weigh(['50.5%', '49.5%'], 1_000_00n)).toEqual(['5.05 A @ 100 cost 0', '4.95 B @ 100 cost 0']);
  });

  it('is refused where the weights leave a gap that their rounding cannot explain', () => {
    expect(weigh(['33.333%', '33.333%', '33.331%'], 30_000_00n)).toHaveLength(3);
    expect(weigh(['33.333%', '33.333%', '33.330%'], 30_000_00n)).toEqual(['weights-do-not-close']);
    expect(weigh(['50%', 'half'], 30_000_00n)).toEqual(['weights-do-not-close']);
  });
});

it('a difference of a cent or a thousandth is rounding, more is refused', () => {
  const row = (value: string): string => `Symbol,Quantity,Last Price $,Value $\nNEM,100,100,${value}\n`;
  const codes = ['10010.01', '10010.02', '9990.01', '9989.99'].map((value) => read(row(value)).value === undefined);
  expect(codes).toEqual([false, true, false, true]);
});

describe('a list of sectors', () => {
  it('maps the names of other tables to our own, and class suffixes to one spelling', () => {
    const { value } = readSectors(
      'Ticker,Name,GICS Sector\nBRK/B,"x, y",Financials\nV,Visa,Health Care\nQ,Q,Own\n',
      's.csv',
    );
    expect([...(value ?? [])]).toEqual([
      ['BRK.B', 'Financials'],
      ['V', 'Healthcare'],
      ['Q', 'Own'],
    ]);
  });
});

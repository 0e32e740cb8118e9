// What a broker's export of transactions says: trades of shares as fills, every other row by name.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReportedFill } from '../../src/model/fill.ts';
import { SCALE, writeDecimal } from '../../src/model/units.ts';
import { LEFT_OUT_REASONS } from '../../src/parse/left-out-reason.ts';
import { maskAccounts } from '../../src/parse/mask-accounts.ts';
import { readCsv } from '../../src/parse/read-csv.ts';
import { readTransactions, tableOf, TRANSACTION_LAYOUTS } from '../../src/parse/read-transactions.ts';
import { say } from '../../src/report/say.ts';
import { issueWords } from '../../src/report/issue-words.ts';

const brokers = path.resolve(import.meta.dirname, '../../fixtures/brokers');
const fileOf = (id: string): string => {
  const [file = ''] = readdirSync(path.join(brokers, id)).filter((name) => name.endsWith('.csv'));
  return readFileSync(path.join(brokers, id, file), 'utf8');
};
const read = (text: string) => readTransactions(text, 'h.csv');
const shown = ({ at, side, shares, ticker, price, fees }: ReportedFill): string =>
  `${at ?? ''} ${side} ${writeDecimal(shares, SCALE.shares)} ${ticker} @ ${writeDecimal(price, SCALE.price)} fees ${writeDecimal(fees, SCALE.cents)}`;
const outcome = (text: string) => {
  const { value, issues } = read(text);
  return {
    fills: value?.fills.map(shown) ?? [],
    left: value?.leftOut.map(({ reason, place }) => `${place.line} ${reason}`) ?? [],
    issues: issues.map(({ code, level, place }) => `${place?.line ?? 0} ${level} ${code}`),
  };
};

describe('E*TRADE, generation 1', () => {
  it('gives its trades of shares in order, and every other row with its reason', () => {
    expect(outcome(fileOf('etrade-transactions-1'))).toEqual({
      fills: [
        '2026-01-09 SELL 100 NEM @ 104.35 fees 0.05',
        '2026-01-09 SELL 100 NEM @ 104.35 fees 0.05',
        '2026-01-09 SELL 120 NEM @ 104.35 fees 0',
        '2026-01-09 BUY 8 LLY @ 1085.19 fees 0',
      ],
      left: ['8 transfer', '9 option', '10 fund', '11 dividend', '12 reinvestment', '13 interest', '14 fee'],
      issues: ['7 note fill-amount-differs'],
    });
  });
});

describe('E*TRADE, generation 3', () => {
  it('gives its trades of shares in order, and every other row with its reason', () => {
    expect(outcome(fileOf('etrade-transactions-3'))).toEqual({
      fills: [
        '2026-01-09 SELL 100 NEM @ 104.35 fees 0.05',
        '2026-01-09 SELL 100 NEM @ 104.35 fees 0.05',
        '2026-01-09 BUY 8 LLY @ 1085.19 fees 0',
      ],
      left: [
        '12 short',
        '13 short',
        '14 option',
        '15 option',
        '16 dividend',
        '17 interest',
        '19 transfer',
        '20 other',
        '22 remark',
      ],
      issues: [],
    });
  });
});

const NEM = '2026-01-09 SELL 100 NEM @ 104.35 fees 0.05';
const LLY = '2026-01-09 BUY 8 LLY @ 1085.19 fees 0';

describe('the other exports', () => {
  it.each([
    {
      id: 'etrade-transactions-2',
      fills: [NEM, LLY],
      left: ['6 transfer', '7 transfer', '8 transfer', '9 transfer', '10 option', '11 dividend'],
    },
    {
      id: 'etrade-transactions-4',
      fills: [NEM, LLY],
      left: ['4 short', '5 option', '6 dividend', '7 transfer', '8 fee'],
    },
    {
      id: 'schwab-transactions',
      fills: [NEM, '2026-01-09 SELL 10 BRK.B @ 500 fees 0.02', LLY],
      left: [
        '5 option',
        '6 short',
        '7 reinvestment',
        '8 dividend',
        '9 transfer',
        '10 bond',
        '11 interest',
        '12 transfer',
        '13 remark',
      ],
    },
    {
      id: 'fidelity-transactions',
      fills: [NEM, LLY],
      left: ['6 option', '7 short', '8 reinvestment', '9 dividend', '10 transfer', '12 remark', '13 remark'],
    },
    {
      id: 'vanguard-transactions',
      fills: [NEM, LLY],
      left: ['9 transfer', '10 dividend', '11 reinvestment', '12 fund', '13 transfer'],
    },
    {
      id: 'ib-transactions',
      fills: [
        '2026-01-09 SELL 100 NEM @ 104.35 fees 1.05',
        '2026-01-09 SELL 1000 BRK.B @ 500 fees 5',
        '2026-01-09 BUY 8 LLY @ 1085.19 fees 1',
      ],
      left: ['7 other', '9 other', '11 other', '12 remark', '13 remark', '15 other', '17 option'],
    },
    {
      id: 'robinhood-transactions',
      fills: ['2026-01-09 SELL 100 NEM @ 104.35 fees 0', LLY],
      left: ['6 option', '7 dividend', '8 transfer', '9 interest', '10 fee', '11 remark', '13 remark'],
    },
  ])('$id: trades of shares in order, every other row with its reason', ({ id, fills, left }) => {
    expect(outcome(fileOf(id))).toEqual({ fills, left, issues: [] });
  });

  it('account for every row below the header', () => {
    for (const layout of TRANSACTION_LAYOUTS) {
      const rows = readCsv(fileOf(layout.id), 'h.csv').value ?? [];
      const table = tableOf(layout, rows);
      const { fills, left } = outcome(fileOf(layout.id));
      expect(fills.length + left.length, layout.id).toBe((table?.rows.length ?? 0) - (table?.header.at ?? 0) - 1);
    }
  });

  it('names every fill differently, and the same each time: a file that is given twice records nothing twice', () => {
    for (const { id } of TRANSACTION_LAYOUTS) {
      const names = () => (read(fileOf(id)).value?.fills ?? []).map((fill) => fill.id);
      expect(new Set(names()).size, id).toBe(names().length);
      expect(names()).toEqual(names());
    }
  });

  it('name a fill as the other exports of the broker do', () => {
    const ids = (id: string) => (read(fileOf(id)).value?.fills ?? []).map((fill) => fill.id);
    expect(ids('etrade-transactions-2').filter((id) => !ids('etrade-transactions-1').includes(id))).toEqual([]);
    expect(ids('etrade-transactions-4').filter((id) => !ids('etrade-transactions-1').includes(id))).toEqual([]);
  });

  it('of E*TRADE without types: signs that do not say a side are no trade', () => {
    const header = 'TransactionDate,TransactionType,SecurityType,Symbol,Quantity,Amount,Price,Commission,Description';
    const rows = ['-1,-84.11', '1,84.11', '1,0'].map((signs) => `01/05/26,0,EQ,NEM,${signs},84.11,0,X`);
    expect(outcome([header, ...rows].join('\n'))).toMatchObject({ fills: [], left: ['2 other', '3 other', '4 other'] });
  });

  it('of Interactive Brokers: another currency is refused by name', () => {
    expect(outcome(fileOf('ib-transactions').replace('Stocks,USD,LLY', 'Stocks,EUR,LLY')).issues).toEqual([
      '6 unusable foreign-currency',
    ]);
  });
});

const ids = readdirSync(brokers)
  .filter((id) => id.includes('-transactions'))
  .sort();

describe('a layout', () => {
  it('has a fixture, and every fixture a layout', () => {
    expect(TRANSACTION_LAYOUTS.map(({ id }) => id).sort()).toEqual(ids);
  });

  it.each(ids)('%s is recognised by no other', (id) => {
    const rows = readCsv(fileOf(id), 'h.csv').value ?? [];
    expect(TRANSACTION_LAYOUTS.filter((layout) => tableOf(layout, rows) !== undefined).map((one) => one.id)).toEqual([
      id,
    ]);
  });

  it.each(ids.filter((id) => id.startsWith('etrade') && !id.endsWith('4')))(
    '%s is told by the names in its header, whatever their case, order or invisible characters',
    (id) => {
      const text = fileOf(id);
      const [header = ''] = /^(?:Trans|Activity\/).*$/m.exec(text) ?? [];
      const disguised = text.replace(header, header.toUpperCase().replaceAll('A', 'A\u200b'));
      expect(disguised).not.toBe(text);
      expect(outcome(disguised)).toEqual(outcome(text));
      const turned = text.replace(/^.*,.*,.*,.*,.*,.*,.*,.*$/gm, (line) =>
        line.includes('"') ? line : line.replace('\r', '').split(',').reverse().join(','),
      );
      expect(turned).not.toBe(text);
      expect(outcome(turned).fills).toEqual(outcome(text).fills);
    },
  );
});

describe('names of fills', () => {
  const ids = (text: string) => (read(text).value?.fills ?? []).map(({ id }) => id);

  it('are the same each time, and different for two equal rows', () => {
    const first = ids(fileOf('etrade-transactions-1'));
    expect(first).toEqual([
      'row:etrade:2026-01-09:SELL:NEM:100:104.35:0.05:1',
      'row:etrade:2026-01-09:SELL:NEM:100:104.35:0.05:2',
      'row:etrade:2026-01-09:SELL:NEM:120:104.35:0:1',
      'row:etrade:2026-01-09:BUY:LLY:8:1085.19:0:1',
    ]);
    expect(ids(fileOf('etrade-transactions-1'))).toEqual(first);
  });

  it('are the same in both exports of one broker', () => {
    const [one, three] = [ids(fileOf('etrade-transactions-1')), ids(fileOf('etrade-transactions-3'))];
    expect(three.length).toBe(3);
    expect(three.filter((id) => !one.includes(id))).toEqual([]);
  });
});

describe('numbers of accounts', () => {
  it.each(ids)('in %s are masked in every text that goes on', (id) => {
    const { value } = read(fileOf(id));
    const texts = JSON.stringify([value?.leftOut, value?.fills.map(({ text }) => text)]);
    if (id !== 'ib-transactions') expect(texts).toMatch(/####5678|####5432|####0426|Z####|provided/);
    expect(texts).not.toMatch(/12345678|98765432|123456789|532457108/);
  });

  it.each([
    ['A 1234-5678 B', 'A ####5678 B'],
    ['123456789', '####6789'],
    ['on 2026-01-09 for 1234567.89 and 0.187279460', 'on 2026-01-09 for 1234567.89 and 0.187279460'],
  ])('%s is %s', (text, masked) => {
    expect(maskAccounts(text)).toBe(masked);
  });
});

describe('what cannot be used', () => {
  const header = 'TransactionDate,TransactionType,SecurityType,Symbol,Quantity,Amount,Price,Commission,Description';
  const row = (cells: string): string => `${header}\n${cells}`;

  it.each([
    ['a header that nobody knows', 'Date,Action,Symbol\n1,2,3', '1 unusable transactions-unknown'],
    ['nothing at all', '', '1 unusable transactions-unknown'],
    ['a file without rows', header, '1 unusable transactions-without-fill'],
    ['a file without trades', row('01/05/26,Interest,MMF,,0,0.42,0,0,X'), '1 unusable transactions-without-fill'],
    ['an open quote', row('01/05/26,Sold,EQ,"NEM,-1,1,1,0,X'), '2 unusable csv-syntax'],
    ['a company for a ticker', row('01/05/26,Sold,EQ,NEWMONT CORP,-1,1,1,0,X'), '2 unusable ticker-unreadable'],
    ['a formula for a ticker', row('01/05/26,Sold,EQ,=1+1,-1,1,1,0,X'), '2 unusable ticker-unreadable'],
    ['no shares', row('01/05/26,Sold,EQ,NEM,0,1,1,0,X'), '2 unusable fill-of-nothing'],
    ['no price', row('01/05/26,Sold,EQ,NEM,-1,1,,0,X'), '2 unusable number-unreadable'],
    ['a decimal comma', row('01/05/26,Sold,EQ,NEM,-1,84.11,"84,11",0,X'), '2 unusable decimal-comma'],
    ['a day that does not exist', row('02/30/26,Sold,EQ,NEM,-1,84.11,84.11,0,X'), '2 unusable date-unreadable'],
    [
      'a purchase that takes shares away',
      row('01/05/26,Bought,EQ,NEM,-1,84.11,84.11,0,X'),
      '2 unusable transaction-contradicts',
    ],
    ['a sale that costs money', row('01/05/26,Sold,EQ,NEM,-1,-84.11,84.11,0,X'), '2 unusable transaction-contradicts'],
    [
      'a comma without quotes',
      row('01/05/26,Sold,EQ,NEM,"-1",84.11,84.11,0,X,Y'),
      '2 unusable transaction-row-too-long',
    ],
    [
      'figures that contradict each other',
      row('01/05/26,Sold,EQ,NEM,-10,84.11,84.11,0,X'),
      '2 unusable fill-amount-differs',
    ],
    ['an amount in words', row('01/05/26,Sold,EQ,NEM,-10,many,84.11,0,X'), '2 unusable number-unreadable'],
    ['too much', 'a'.repeat(1_048_577), '1 unusable too-large'],
  ])('%s is refused', (_, text, issue) => {
    expect(outcome(text)).toMatchObject({ fills: [], issues: [issue] });
  });

  it('does not hide what the rest of the file says', () => {
    const text = `${header}\n01/05/26,Sold,EQ,??,-1,84.11,84.11,0,X\n01/05/26,Sold,EQ,NEM,-1,84.11,84.11,0,X`;
    expect(outcome(text)).toMatchObject({
      fills: ['2026-01-05 SELL 1 NEM @ 84.11 fees 0'],
      issues: ['2 unusable ticker-unreadable'],
    });
  });
});

it('what is far too long is not repeated at length', () => {
  const header = 'TransactionDate,TransactionType,SecurityType,Symbol,Quantity,Amount,Price,Commission,Description\n';
  const row = (day: string, type: string) => `${day},${type},EQ,NEM,-1,84.11,84.11,0,${'x'.repeat(5_000)}\n`;
  const { value, issues } = read(
    `${header}${row('1/'.repeat(5_000), 'Sold')}${row('01/05/26', 'Sold')}${row('01/05/26', 'Interest')}`,
  );
  const [fill, left] = [value?.fills[0], value?.leftOut[0]];
  expect(fill?.text.length).toBe(400);
  expect(JSON.stringify([left, issues]).length).toBeLessThan(1_000);
});

it('a cent is no difference, a thousandth is a note, more is a contradiction', () => {
  const file = (amount: string): string =>
    `TransactionDate,TransactionType,SecurityType,Symbol,Quantity,Amount,Price,Commission,Description\n01/05/26,Bought,EQ,NEM,100,${amount},100,0,X`;
  const levels = ['-10000', '-10000.01', '-10000.02', '-10010', '-10010.01'].map(
    (amount) => outcome(file(amount)).issues[0] ?? '',
  );
  expect(levels).toEqual([
    '',
    '',
    '2 note fill-amount-differs',
    '2 note fill-amount-differs',
    '2 unusable fill-amount-differs',
  ]);
});

it('everything has its words', () => {
  const detail = { what: 'NEM', type: 'Any', amount: '1', quantity: '2' };
  for (const reason of LEFT_OUT_REASONS) expect(say(`phrases/left-out-${reason}`, detail)).toContain('NEM');
  const words = read('TransactionDate\n"x').issues.map(issueWords);
  expect(words[0]?.is).toContain('quote not closed');
});

import { describe, expect, it } from 'vitest';
import { amend } from '../../src/amend/amend.ts';
import type { Executed } from '../../src/amend/executed.ts';
import { placeText } from '../../src/model/place.ts';
import { price, shares, ticker, usd } from '../account.ts';

const DATE = '**Generated:** 2026-01-08\n';

interface More {
  readonly fees?: string;
  readonly sector?: string;
  readonly name?: string;
  readonly last?: string;
}

/** `SELL 100 NEM @ 84.11`. */
const fill = (words: string, { fees = '0', sector, name, last }: More = {}): Executed => {
  const [side, count = '', symbol = '', , at = ''] = words.split(' ');
  return {
    side: side === 'SELL' ? 'SELL' : 'BUY',
    ticker: ticker(symbol),
    shares: shares(count),
    price: price(at),
    fees: usd(fees),
    ...(sector === undefined ? {} : { sector }),
    ...(name === undefined ? {} : { name }),
    ...(last === undefined ? {} : { lastPrice: price(last) }),
  };
};

/** The lines that changed, as `- old` and `+ new`, and what was said about it. */
const changes = (text: string, ...fills: readonly Executed[]): readonly string[] => {
  const { value, issues } = amend(text, 'P.md', fills);
  const said = issues.map((issue) => `${issue.level} ${issue.code} ${issue.place ? placeText(issue.place) : ''}`);
  if (value === undefined) return said;
  const [old, now] = [text.split('\n'), value.split('\n')];
  const gone = old.filter((line) => !now.includes(line)).map((line) => `- ${line}`);
  return [...gone, ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`), ...said];
};

const HEAD = '| Ticker | Shares | Price | Value | Sector |\n|---|---|---|---|---|\n';
const KGC = '| KGC | 600 | 30.00 | $18,000.00 | Materials |\n';
const CASH = '| CASH | | | $10,000.00 | |\n';
const held = (row: string, rest = CASH): string => `${DATE}\n${HEAD}${row}\n${KGC}${rest}`;

/** What becomes of the row when 20 of 100 shares at 50 are sold at 60. */
const rowAfter = (text: string): string | undefined =>
  amend(text, 'P.md', [fill('SELL 20 NEM @ 60')])
    .value?.split('\n')
    .find((line) => line.includes('NEM') || line.includes('Newmont'));

describe('a row keeps its own look', () => {
  it.each([
    ['| NEM | 100 | 50.00 | $5,000.00 | Materials |', '| NEM | 80 | 50.00 | $4,000.00 | Materials |'],
    ['| NEM | 100 | 50 | 5000 | Materials |', '| NEM | 80 | 50 | 4000 | Materials |'],
    ['| NEM | 100.00 | 50 | 5,000 | Materials |', '| NEM | 80.00 | 50 | 4,000 | Materials |'],
    [
      '| **NEM** | **100** | `$50.00` | **$5,000.00** | ⛏ Materials |',
      '| **NEM** | **80** | `$50.00` | **$4,000.00** | ⛏ Materials |',
    ],
    ['|NEM|100|50|5000|Materials|', '|NEM|80|50|4000|Materials|'],
    ['NEM | 100 | 50 | 5000 | Materials', 'NEM | 80 | 50 | 4000 | Materials'],
    ['|  NEM  |    100 | 50 |   5,000.00   | Materials |  ', '|  NEM  |     80 | 50 |   4,000.00   | Materials |  '],
    ['| NEM | 100 shares | US$50 | \\$5,000 | Materials |', '| NEM | 80 shares | US$50 | \\$4,000 | Materials |'],
    ['| NEM | 100 | 50 | $5K | Materials |', '| NEM | 80 | 50 | $4K | Materials |'],
    ['| NEM | 100 | 50.10 | $5K | Materials |', '| NEM | 80 | 50.10 | $4,008.00 | Materials |'],
    ['| NEM | 100 | 50 | — | Materials |', '| NEM | 80 | 50 | — | Materials |'],
    ['| NEM | ~~120~~ 100 | 50 | 5000 | Materials |', '| NEM | ~~120~~ 80 | 50 | 4000 | Materials |'],
    [
      '| [NEM](https://example.com/100) | [100](https://example.com/7) | 50 | 5000 | Materials |',
      '| [NEM](https://example.com/100) | [80](https://example.com/7) | 50 | 4000 | Materials |',
    ],
    [
      '| Newmont \\| Gold (NEM) | 100 | 50 | 5000 | Materials |',
      '| Newmont \\| Gold (NEM) | 80 | 50 | 4000 | Materials |',
    ],
    [
      '| NEM <!-- 100 \\| 5000 --> | 100 | 50 | 5000 | <b>Materials</b> |',
      '| NEM <!-- 100 \\| 5000 --> | 80 | 50 | 4000 | <b>Materials</b> |',
    ],
    ['| NEM | 100 ✅ | 50 | 💰 5000 | Materials |', '| NEM | 80 ✅ | 50 | 💰 4000 | Materials |'],
  ])('%s', (before, after) => {
    expect(rowAfter(held(before))).toBe(after);
  });
});

describe('costs and gains', () => {
  const table = (head: string, row: string): string =>
    `${DATE}\n| Ticker | Shares | Price | Value | ${head} | Sector |\n|---|---|---|---|${'---|'.repeat(head.split('|').length)}---|\n` +
    `| NEM | 100 | $50.00 | $5,000.00 | ${row} | Materials |\n\nCash: $10,000.00\n`;
  const after = (head: string, row: string, ...fills: readonly Executed[]): string | undefined =>
    /^\| NEM \|[^|]*\|[^|]*\|[^|]*\| (.*) \| Materials \|$/m.exec(
      amend(table(head, row), 'P.md', fills).value ?? '',
    )?.[1];
  const sold = fill('SELL 20 NEM @ 60');
  const bought = fill('BUY 50 NEM @ 60', { fees: '4.95' });

  it.each([
    ['Avg Cost', '$40.00', '$40.00', '$46.70'],
    ['Avg Cost', '40', '40', '46.70'],
    ['Avg Cost', '$40.0000', '$40.0000', '$46.6997'],
    ['Cost Basis', '$4,000.00', '$3,200.00', '$7,004.95'],
    ['Total Cost', '4000', '3200', '7004.95'],
    ['Avg Cost | Cost Basis', '$40.00 | $4,000.00', '$40.00 | $3,200.00', '$46.70 | $7,004.95'],
    ['Avg Cost', '—', '—', '—'],
    [
      'Avg Cost | Gain/Loss | Gain %',
      '$40.00 | +$1,000.00 | +25.00%',
      '$40.00 | +$800.00 | +25.00%',
      '$46.70 | +$495.00 | +7.07%',
    ],
    ['Avg Cost | P&L', '$60.00 | ($1,000.00)', '$60.00 | ($800.00)', '$60.03 | ($1,504.50)'],
    ['Avg Cost | P&L', '$60.00 | −$1,000.00', '$60.00 | −$800.00', '$60.03 | −$1,504.50'],
    ['Avg Cost | Gain/Loss', '$40.00 | +$1,000.00 (+25.0%)', '$40.00 | +$800.00 (+25.0%)', '$46.70 | +$495.00 (+7.1%)'],
    ['Gain/Loss', '+$1,000.00', '+$800.00', '+$495.05'],
    ['Gain %', '+25.0%', '+25.0%', '+7.1%'],
  ])('%s: %s', (head, row, afterSale, afterPurchase) => {
    expect(after(head, row, sold)).toBe(afterSale);
    expect(after(head, row, bought)).toBe(afterPurchase);
  });

  it('refuses a purchase where costs are mixed up, and lets a sale pass', () => {
    const text = table('Avg Cost', '$4,000.00');
    expect(changes(text, bought)).toEqual(['unusable cost-unclear P.md:5:36']);
    expect(changes(text, sold)).toContain('+ | NEM | 80 | $50.00 | $4,000.00 | $4,000.00 | Materials |');
  });
});

describe('cash', () => {
  const cashAfter = (rest: string): readonly string[] =>
    changes(held('| NEM | 100 | 50.00 | $5,000.00 | Materials |', rest), fill('SELL 20 NEM @ 60', { fees: '1.05' }))
      .filter((line) => !line.includes('NEM'))
      .filter((line) => line.startsWith('+ '))
      .map((line) => line.slice(2));

  it.each([
    ['| CASH | | | $10,000.00 | |', ['| CASH | | | $11,198.95 | |']],
    ['| **CASH** | Cash | — | **$10,000.00** | — |', ['| **CASH** | Cash | — | **$11,198.95** | — |']],
    ['| 💵 Cash | $10,000.00 |', ['| 💵 Cash | $11,198.95 |']],
    [
      '| Cash & equivalents | 10000.00 | 1.00 | 10000.00 | |',
      ['| Cash & equivalents | 11198.95 | 1.00 | 11198.95 | |'],
    ],
    ['| CASH | | | $10K | |', ['| CASH | | | $11,198.95 | |']],
    [
      '\n**Cash Balance:** $10,000.00 (30.3% of AUM), settled',
      ['**Cash Balance:** $11,198.95 (33.7% of AUM), settled'],
    ],
    ['\n**Cash Balance:** $10,000 (30% of AUM)', ['**Cash Balance:** $11,198.95 (34% of AUM)']],
    ['\nCash 30.3% ($10,000.00)', []],
    ['\n- Cash: 30.3% ($10,000.00)', ['- Cash: 33.7% ($11,198.95)']],
    ['\nCash - $10,000.00', ['Cash - $11,198.95']],
    [
      '\n> * **Available cash**: **$10,000.00** | **AUM**: $33,000.00',
      ['> * **Available cash**: **$11,198.95** | **AUM**: $33,198.95'],
    ],
    ['\n- Cash:\n  $10,000.00', ['  $11,198.95']],
    ['\n| Metric | Value |\n|---|---|\n| Cash | $10,000.00 |', ['| Cash | $11,198.95 |']],
    [
      '| CASH | | | $10,000.00 | |\n\nCash: $10,000.00 (up 12% from last week)',
      ['| CASH | | | $11,198.95 | |', 'Cash: $11,198.95 (up 12% from last week)'],
    ],
  ])('%s', (rest, expected) => {
    expect(cashAfter(`${rest}\n`)).toEqual(expected);
  });

  it('may be overdrawn', () => {
    const text = held('| NEM | 100 | 50.00 | $5,000.00 | Materials |');
    expect(changes(text, fill('BUY 200 NEM @ 50.01'))).toContain('+ | CASH | | | -$2.00 | |');
  });
});

describe('sums', () => {
  const row = '| NEM | 100 | 50.00 | $5,000.00 | Materials |';
  const sumsAfter = (rest: string): readonly string[] =>
    changes(held(row, CASH + rest), fill('SELL 20 NEM @ 60')).filter(
      (line) => !/NEM|CASH \|/.test(line) && !line.startsWith('- '),
    );

  it.each([
    ['| TOTAL | | | $33,000.00 | |\n', ['+ | TOTAL | | | $33,200.00 | |']],
    ['| **TOTAL** | **$33,000.00** |\n', ['+ | **TOTAL** | **$33,200.00** |']],
    ['| TOTAL | 700 | | $33,000.00 | |\n', ['+ | TOTAL | 680 | | $33,200.00 | |']],
    ['| Total invested | | | $23,000.00 | |\n', ['+ | Total invested | | | $22,000.00 | |']],
    ['\nTotal value: $33K\n', ['+ Total value: $33,200.00']],
    ['\nTotal value: $33,010.00\n', ['+ Total value: $33,200.00', 'note figures-corrected P.md:1:1']],
    ['\nTotal positions: 2\n', ['note figure-left P.md:9:18']],
    ['\n- **Invested:** $23,000.00 (69.7% of total)\n', ['+ - **Invested:** $22,000.00 (66.3% of total)']],
  ])('%s', (rest, expected) => {
    expect(sumsAfter(rest)).toEqual(expected);
  });

  it('leaves what nobody can explain, and says so', () => {
    expect(sumsAfter('| TOTAL | | 77.77 | $33,000.00 | |\n')).toEqual([
      '+ | TOTAL | | 77.77 | $33,200.00 | |',
      'note figure-left P.md:8:13',
    ]);
  });
});

describe('weights', () => {
  const text = (nem: string, kgc: string, cash: string): string =>
    `${DATE}\n| Ticker | Shares | Price | Weight | Sector |\n|---|---|---|---|---|\n| NEM | 100 | 50 | ${nem} | Materials |\n| KGC | 600 | 30 | ${kgc} | Energy |\n| CASH | | $10,000.00 | ${cash} | |\n`;
  const after = (nem: string, kgc: string, cash: string): readonly string[] =>
    [
      ...(amend(text(nem, kgc, cash), 'P.md', [fill('SELL 20 NEM @ 60')]).value ?? '').matchAll(
        /\| ([\d.]+ ?%?) \| \w* ?\|$/gm,
      ),
    ].map((match) => match[1] ?? '');

  it.each([
    [
      ['15.2%', '54.5%', '30.3%'],
      ['12.0%', '54.2%', '33.7%'],
    ],
    [
      ['15.15', '54.55', '30.30'],
      ['12.05', '54.22', '33.73'],
    ],
    // Whole percents stay whole, also where `po check` already said that they are rounded.
    [
      ['15%', '55%', '30%'],
      ['12%', '54%', '34%'],
    ],
    [
      ['21.7%', '78.3%', '30.3%'],
      ['18.2%', '81.8%', '33.7%'],
    ],
  ])('%s', (before, expected) => {
    const [nem = '', kgc = '', cash = ''] = before;
    expect(after(nem, kgc, cash)).toEqual(expected);
  });
});

describe('holdings that come and go', () => {
  const row = '| NEM | 100 | 50.00 | $5,000.00 | Materials |';

  it('takes out the line of what is sold whole', () => {
    expect(changes(held(row), fill('SELL 100 NEM @ 50'))).toEqual([
      `- ${row}`,
      '- | CASH | | | $10,000.00 | |',
      '+ | CASH | | | $15,000.00 | |',
    ]);
  });

  it('puts what is new behind the last holding, with the name escaped', () => {
    const text = held('| NEM | 100 | 50.00 | $5,000.00 | Materials |')
      .replaceAll('Ticker', 'Ticker | Company')
      .replaceAll('|---|---|---|---|---|', '|---|---|---|---|---|---|')
      .replaceAll('NEM |', 'NEM | Newmont |')
      .replaceAll('KGC |', 'KGC | — |')
      .replaceAll('CASH |', 'CASH | |');
    const more = { sector: 'Healthcare', name: 'Eli *Lilly* | Co.\n', last: '1085.5' };
    expect(
      amend(text, 'P.md', [fill('BUY 2 LLY @ 1080', more)])
        .value?.split('\n')
        .slice(4, 8),
    ).toEqual([
      '| NEM | Newmont | 100 | 50.00 | $5,000.00 | Materials |',
      '| KGC | — | 600 | 30.00 | $18,000.00 | Materials |',
      '| LLY | Eli \\*Lilly\\* \\| Co. | 2 | 1,085.50 | $2,171.00 | Healthcare |',
      '| CASH | | | | $7,840.00 | |',
    ]);
  });

  it('puts it below the heading of its sector, and refuses where there is none', () => {
    const text = `${DATE}\n| Ticker | Shares | Price |\n|---|---|---|\n| **Materials** |\n| NEM | 100 | 50.00 |\n| **Technology** |\n| MSFT | 10 | 400.00 |\n\nCash: $10,000.00\n`;
    const bought = (sector: string) => amend(text, 'P.md', [fill('BUY 10 KGC @ 30', { sector })]);
    expect(bought('Basic Materials').value?.split('\n').slice(4, 9)).toEqual([
      '| **Materials** |',
      '| NEM | 100 | 50.00 |',
      '| KGC | 10 | 30.00 |',
      '| **Technology** |',
      '| MSFT | 10 | 400.00 |',
    ]);
    expect(bought('Energy').issues).toMatchObject([{ code: 'amended-differs', level: 'unusable' }]);
  });

  it('pads it where the columns are padded', () => {
    const text = `${DATE}\n| Ticker | Shares |   Price | Sector    |\n| ------ | -----: | ------: | --------- |\n| NEM    |    100 |  $50.00 | Materials |\n| KGC    |    600 |  $30.00 | Materials |\n\nCash: $10,000.00\n`;
    expect(changes(text, fill('BUY 5 XOM @ 100.5', { sector: 'Energy' }))[1]).toBe(
      '+ | XOM    |      5 | $100.50 | Energy    |',
    );
    expect(changes(text, fill('SELL 95 NEM @ 50'))[2]).toBe('+ | NEM    |      5 |  $50.00 | Materials |');
  });

  it('starts a table that has become empty again', () => {
    const text = `${DATE}\n${HEAD}${CASH}`;
    expect(changes(text, fill('BUY 10 NEM @ 50', { sector: 'Materials', last: '51' }))).toEqual([
      '- | CASH | | | $10,000.00 | |',
      '+ | NEM | 10 | $51.00 | $510.00 | Materials |',
      '+ | CASH | | | $9,500.00 | |',
    ]);
  });

  it('keeps a missing line end at the end missing', () => {
    const text = `Cash: $10,000.00\n\n${DATE}\n${HEAD}${KGC}${row}`;
    const added = amend(text, 'P.md', [fill('BUY 10 XOM @ 50', { sector: 'Energy' })]).value ?? '';
    expect(added.endsWith(`${row}\n| XOM | 10 | 50.00 | $500.00 | Energy |`)).toBe(true);
    expect(amend(added, 'P.md', [fill('SELL 10 XOM @ 50')]).value).toBe(text);
  });

  it('gives a new sector a row in a breakdown that was whole', () => {
    const text = `${held(row)}\n| Sector | Value | % of total | Status |\n|---|---|---|---|\n| Materials | $23,000.00 | 69.7% | OVERWEIGHT |\n| Cash | $10,000.00 | 30.3% | — |\n| Total | $33,000.00 | 100.0% | — |\n`;
    expect(changes(text, fill('BUY 10 XOM @ 100', { sector: 'Energy' })).slice(-3)).toEqual([
      '+ | CASH | | | $9,000.00 | |',
      '+ | Energy | $1,000.00 | 3.0% | — |',
      '+ | Cash | $9,000.00 | 27.3% | — |',
    ]);
  });
});

describe('lots', () => {
  const text = held(
    '| NEM | 100 | 50.00 | $5,000.00 | Materials |',
    `| NEM | 40 | 50.00 | $2,000.00 | Materials |\n${CASH}`,
  );

  it('sells the first rows first', () => {
    expect(changes(text, fill('SELL 120 NEM @ 50')).filter((line) => line.includes('NEM'))).toEqual([
      '- | NEM | 100 | 50.00 | $5,000.00 | Materials |',
      '- | NEM | 40 | 50.00 | $2,000.00 | Materials |',
      '+ | NEM | 20 | 50.00 | $1,000.00 | Materials |',
    ]);
  });

  it('adds to the last row', () => {
    expect(changes(text, fill('BUY 5 NEM @ 50')).filter((line) => line.includes('NEM'))).toEqual([
      '- | NEM | 40 | 50.00 | $2,000.00 | Materials |',
      '+ | NEM | 45 | 50.00 | $2,250.00 | Materials |',
    ]);
  });

  it('refuses lots that another table states again', () => {
    expect(
      changes(`${text}\n### Top\n\n${HEAD}| NEM | 100 | 50.00 | | Materials |\n`, fill('SELL 1 NEM @ 50')),
    ).toEqual(['unusable lots-restated P.md:14:3']);
  });
});

describe('refuses, and changes nothing', () => {
  const row = '| NEM | 100 | 50.00 | $5,000.00 | Materials |';

  it.each([
    ['more than is held', held(row), fill('SELL 101 NEM @ 50'), 'unusable oversold P.md:5:3'],
    ['what is not held', held(row), fill('SELL 1 XOM @ 50'), 'unusable oversold P.md:1:1'],
    ['a new ticker without a sector', held(row), fill('BUY 1 XOM @ 50'), 'unusable sector-needed P.md:1:1'],
    ['no cash', held(row, ''), fill('SELL 1 NEM @ 50'), 'unusable cash-missing P.md:1:1'],
    ['cash twice', `${held(row)}\nCash: $9,000.00\n`, fill('SELL 1 NEM @ 50'), 'unusable cash-stated-twice P.md:9:1'],
    ['no table', `${DATE}\nCash: $9,000.00\n`, fill('SELL 1 NEM @ 50'), 'unusable not-a-portfolio P.md:1:1'],
    [
      'a value that says that the shares are wrong',
      held(row.replace('5,000', '500')),
      fill('SELL 1 NEM @ 50'),
      'unusable row-value-differs P.md:5:23',
    ],
    [
      'a number in disguise',
      held(row.replace('100', '1&#48;0')),
      fill('SELL 1 NEM @ 50'),
      'unusable figure-not-found P.md:5:9',
    ],
    [
      'a name that reads as an option',
      held(row)
        .replaceAll('Ticker', 'Name | Ticker')
        .replaceAll('|---|---|---|---|---|', '|---|---|---|---|---|---|')
        .replaceAll('| NEM', '| x | NEM')
        .replaceAll('| KGC', '| x | KGC'),
      fill('BUY 1 XOM @ 50', { sector: 'Energy', name: '5 calls' }),
      'unusable amended-differs P.md:1:1',
    ],
  ])('%s', (_, text, executed, expected) => {
    expect(changes(text, executed)).toEqual([expected]);
  });

  it('all fills, when the last of them cannot be written', () => {
    expect(changes(held(row), fill('SELL 60 NEM @ 50'), fill('SELL 60 NEM @ 50'))).toEqual([
      'unusable oversold P.md:5:3',
    ]);
  });
});

it('never touches the action plan, whatever it states', () => {
  const plan =
    '## ACTION PLAN\n\n- Cash: $10,000.00\n- Total value: $33,000.00\n\n| Sector | Current % | Target % |\n|---|---|---|\n| Materials | 69.7% | 50% |\n';
  const text = `${held('| NEM | 100 | 50.00 | $5,000.00 | Materials |')}\n${plan}`;
  expect(amend(text, 'P.md', [fill('SELL 100 NEM @ 50')]).value?.endsWith(plan)).toBe(true);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/model/issue.ts';
import { placeText } from '../../src/model/place.ts';
import { tickerOf, type Ticker } from '../../src/model/ticker.ts';
import { readMarket } from '../../src/parse/read-market.ts';
import { readPortfolio } from '../../src/parse/read-portfolio.ts';

const shown = (issues: readonly Issue[]): readonly string[] =>
  issues.map((issue) => `${issue.level} ${issue.code} ${issue.place ? placeText(issue.place) : ''}`);

const DATE = '**Generated:** 2026-01-08, 10:00 AM MST\n';
const HEAD = '| Ticker | Shares | Price | Value | Sector |\n|---|--:|--:|--:|---|\n';
const GOOD = '| NEM | 320 | $104.35 | $33,392.00 | Materials |\n';
const CASH = '| CASH | | | $6,290.15 | |\n';

/** The rows start on line 5. */
const document = (rows: string, head = HEAD): string => `${DATE}\n${head}${rows}`;

const holdingsOf = (text: string): readonly string[] =>
  (readPortfolio(text, 'P.md').value?.portfolio.holdings ?? []).map(
    (held) => `${held.ticker} ${held.sector} ${String(held.shares)} @ ${String(held.price)} ${String(held.cost ?? '')}`,
  );

describe('the holdings table', () => {
  it('is not misled by the names of companies and funds', () => {
    const head = '| Ticker | Name | Shares | Price | Sector |\n|---|---|--:|--:|---|\n';
    const rows = [
      '| TRF | Total Return Fund | 10 | 20 | Energy |',
      '| TSS | Total System Services | 10 | 20 | Energy |',
      '| QYLD | Global X NASDAQ 100 Covered Call ETF | 10 | 20 | Energy |',
      '| TOTAL | | 30 | | $600.00 |',
      CASH,
    ];
    const { value, issues } = readPortfolio(document(rows.join('\n'), head), 'P.md');
    expect(issues).toEqual([]);
    expect(value?.portfolio.holdings.map(({ ticker }) => ticker)).toEqual(['QYLD', 'TRF', 'TSS']);
  });

  it.each([
    ['plain', document(GOOD + CASH)],
    ['CRLF and a byte order mark', `\ufeff${document(GOOD + CASH).replaceAll('\n', '\r\n')}`],
    ['bold and emoji', document('| 🟢 **NEM** | **320** | `$104.35` | $33,392.00 | ⛏ Materials |\n' + CASH)],
    ['links', document('| [NEM](https://example.com) | 320 | $104.35 | $33,392.00 | [Basic Materials](x) |\n' + CASH)],
    ['the name before the ticker', document('| Newmont (NEM) | 320 | $104.35 | $33,392.00 | Materials |\n' + CASH)],
    [
      'other headings',
      document(
        '| NEM | 320 | 104.35 | 33392 | Materials |\n' + CASH,
        '| **SYMBOL** | Qty | Last ($) | Mkt Value | GICS Sector |\n|---|---|---|---|---|\n',
      ),
    ],
    [
      'other order',
      document(
        '| Materials | 33392 | NEM | 320 | 104.35 |\n| | $6,290.15 | CASH | | |\n',
        '| Sector | Market Value | Symbol | Units | Current Price |\n|---|---|---|---|---|\n',
      ),
    ],
    [
      'section rows and totals',
      document(
        '| **EXITS (FIRST PRIORITY)** |\n' +
          GOOD +
          '| **CASH** | — | $6,290.15 |\n| **TOTAL** | | | **$39,682.15** |\n',
      ),
    ],
    [
      'a section row for the sector',
      document(
        '| **Materials** |\n| NEM | 320 | 104.35 |\n| CASH | | $6,290.15 |\n',
        '| Ticker | Shares | Price |\n|---|---|---|\n',
      ),
    ],
  ])('%s', (_, text) => {
    const { value, issues } = readPortfolio(text, 'P.md');
    expect(issues).toEqual([]);
    expect(value?.portfolio.cash).toBe(629_015n);
    expect(holdingsOf(text)).toEqual(['NEM Materials 320000000 @ 1043500 ']);
  });

  it('gives every figure its place', () => {
    const { value } = readPortfolio(document(GOOD + CASH), 'P.md');
    const row = value?.portfolio.claims.rows[0];
    expect(placeText(row!.place)).toBe('P.md:5:3');
    expect(placeText(row!.statedValue!.place)).toBe('P.md:5:25');
    expect(placeText(value!.portfolio.claims.cash[0]!.place)).toBe('P.md:6:14');
    expect(value!.portfolio.asOf).toMatchObject({ value: '2026-01-08', place: { line: 1, column: 1 } });
  });

  it('works out the third figure from two, and says so', () => {
    const rows = '| NEM | | $104.35 | $33,392.00 | Materials |\n| KGC | 620 | | $18,507.00 | Materials |\n' + CASH;
    expect(shown(readPortfolio(document(rows), 'P.md').issues)).toEqual([
      'note shares-derived P.md:5:21',
      'note price-derived P.md:6:17',
    ]);
    expect(holdingsOf(document(rows))).toEqual([
      'KGC Materials 620000000 @ 298500 ',
      'NEM Materials 320000000 @ 1043500 ',
    ]);
  });

  it('takes the sectors of a file where the table has none', () => {
    const head = '| Ticker | Shares | Price |\n|---|---|---|\n';
    const text = document('| NEM | 320 | 104.35 |\n| CASH | | $6,290.15 |\n', head);
    expect(shown(readPortfolio(text, 'P.md').issues)).toEqual(['unusable sector-column-missing P.md:3:3']);
    const sectors = new Map<Ticker, string>([[tickerOf('NEM')!, 'Materials']]);
    expect(readPortfolio(text, 'P.md', { sectors }).value?.portfolio.holdings).toHaveLength(1);
  });

  it('knows both kinds of cost, and a column that has them mixed up', () => {
    const head = '| Ticker | Shares | Avg Cost | Price | Sector |\n|---|---|---|---|---|\n';
    const text = document('| NEM | 320 | $52.40 | 104.35 | Materials |\n| CASH | | | $1.00 | |\n', head);
    expect(holdingsOf(text)).toEqual(['NEM Materials 320000000 @ 1043500 1676800']);
    const mixed = text.replace('$52.40', '$16,768.00');
    expect(shown(readPortfolio(mixed, 'P.md').issues)).toEqual(['approve cost-column-mixed-up P.md:5:15']);
    expect(holdingsOf(mixed)).toEqual(['NEM Materials 320000000 @ 1043500 ']);
    expect(holdingsOf(text.replace('Avg Cost', 'Total Cost').replace('$52.40', '$16,768.00'))).toEqual(
      holdingsOf(text),
    );
  });

  it('adds up lots', () => {
    const text = document(GOOD + '| NEM | 80 | $104.35 | $8,348.00 | Materials |\n' + CASH);
    expect(holdingsOf(text)).toEqual(['NEM Materials 400000000 @ 1043500 ']);
    expect(shown(readPortfolio(text, 'P.md').issues)).toEqual(['note duplicate-ticker P.md:6:3']);
  });

  it.each([
    ['| NEM | 320 | | | Materials |', 'unusable price-missing P.md:5:14'],
    ['| NEM | | 104.35 | | Materials |', 'unusable shares-missing P.md:5:8'],
    ['| NEM | 320 | 104,35 | 33392 | Materials |', 'unusable decimal-comma P.md:5:15'],
    ['| NEM | 320 | €104.35 | 33392 | Materials |', 'unusable foreign-currency P.md:5:15'],
    ['| NEM | 320 | 104.35 | 33.392,00 | Materials |', 'approve decimal-comma P.md:5:24'],
    ['| NEM | 320 | 104.355555 | | Materials |', 'unusable too-many-digits P.md:5:15'],
    ['| NEM | abc | 104.35 | | Materials |', 'unusable number-unreadable P.md:5:9'],
    ['| NEM | -320 | 104.35 | | Materials |', 'unusable short-position P.md:5:9'],
    ['| NEM | 0 | 104.35 | | Materials |', 'note shares-zero P.md:5:9'],
    ['| NEM | 320 | 0 | | Materials |', 'unusable price-not-positive P.md:5:15'],
    ['| NEM | ~320 | 104.35 | | Materials |', 'note number-approximate P.md:5:9'],
    ['| NEM | 320 | 104.35 | | Matreials |', 'approve sector-unknown P.md:5:26'],
    ['| NEM | 320 | 104.35 | | Gold Miners |', 'note sector-unlisted P.md:5:26'],
    ['| NEM | 320 | 104.35 | | — |', 'unusable sector-missing P.md:5:26'],
    ['| Newmont | 320 | 104.35 | | Materials |', 'unusable ticker-unreadable P.md:5:3'],
    ['| NEM 260116C00150000 | 2 | 104.35 | | Materials |', 'unusable option-position P.md:5:3'],
    ['| [SYMBOL] | 2 | $X,XXX | | Materials |', 'unusable template-unfilled P.md:5:3'],
    ['| NEM | 320 | 104.35 | 33392 | Materials | x |', 'unusable row-too-long P.md:5:3'],
    ['| NEM | 320 | 104.35 | Materials |', 'approve number-unreadable P.md:5:24'],
    ['| ... | | | | |', 'note row-filler P.md:5:3'],
  ])('%s', (row, expected) => {
    const rows = `${row}\n| KGC | 620 | 29.85 | | Materials |\n| CASH | | | $6,290.15 | |\n`;
    const { value, issues } = readPortfolio(document(rows), 'P.md');
    expect(shown(issues)).toContain(expected);
    expect(value === undefined).toBe(issues.some((issue) => issue.level === 'unusable'));
  });

  it('takes a second table that says the same as said again, and refuses one that does not', () => {
    const text = `${document(GOOD + CASH)}\n### Top holdings\n\n${HEAD}${GOOD}`;
    expect(shown(readPortfolio(text, 'P.md').issues)).toEqual(['note holding-restated P.md:12:3']);
    expect(
      shown(
        readPortfolio(`${document(GOOD + CASH)}\n### Top holdings\n\n${HEAD}${GOOD.replace('320', '32')}`, 'P.md')
          .issues,
      ),
    ).toEqual(['unusable holding-conflict P.md:12:3']);
    const accounts = `${DATE}\n## Roth IRA\n\n${HEAD}${GOOD}\n## Brokerage account\n\n${HEAD}${GOOD}${CASH}`;
    expect(shown(readPortfolio(accounts, 'P.md').issues)).toContain('unusable several-accounts P.md:9:4');
  });
});

describe('cash, totals and the date', () => {
  it.each([
    ['**Cash Balance:** $120,000 (32.6% of AUM)', '12000000', '32600000'],
    ['- **Available cash:** $120,000', '12000000', ''],
    ['Cash: $120K', '12000000', ''],
    ['| Metric | Value |\n|---|---|\n| Cash | $120,000 |', '12000000', ''],
  ])('%s', (line, cash, pct) => {
    const { value } = readPortfolio(`${document(GOOD)}\n${line}\n`, 'P.md');
    expect(String(value?.portfolio.cash)).toBe(cash);
    expect(value?.portfolio.claims.cashPct.map((each) => String(each.value)).join()).toBe(pct);
  });

  it('refuses an account without cash, and cash in euros', () => {
    expect(shown(readPortfolio(document(GOOD), 'P.md').issues)).toEqual(['unusable cash-missing P.md:1:1']);
    expect(shown(readPortfolio(`${document(GOOD)}\nCash: €5,000\n`, 'P.md').issues)).toContain(
      'unusable foreign-currency P.md:7:1',
    );
  });

  it('keeps every total as a claim', () => {
    const text = `${document(GOOD + CASH + '| **TOTAL** | | | $39,682.15 | |\n')}\n- **Invested:** $33,392.00\n- **Total Portfolio Value:** $39,682.15\n\n| Sector | % of portfolio |\n|---|---|\n| Materials | 84.1% |\n| Cash | 15.9% |\n`;
    const claims = readPortfolio(text, 'P.md').value?.portfolio.claims;
    expect(claims?.total.map((each) => each.value)).toEqual([3_968_215n, 3_968_215n]);
    expect(claims?.invested.map((each) => each.value)).toEqual([3_339_200n]);
    expect(claims?.sectorWeights).toMatchObject([{ sector: 'Materials', pct: { value: 84_100_000n } }]);
    expect(claims?.cashPct.map((each) => each.value)).toEqual([15_900_000n]);
  });

  it.each([
    ['As of: January 8, 2026', '2026-01-08'],
    ['**Last Updated:** 2026-01-08T10:00', '2026-01-08'],
    ['# Portfolio (as of 1/8/2026)', '2026-01-08'],
    ['nothing', 'approve as-of-missing P.md:1:1'],
    ['**Generated:** 2026-02-30', 'approve date-unreadable P.md:1:1'],
  ])('%s', (line, expected) => {
    const { value, issues } = readPortfolio(`${line}\n\n${HEAD}${GOOD}${CASH}`, 'P.md');
    expect(value?.portfolio.asOf?.value ?? shown(issues)[0]).toBe(expected);
  });
});

describe('restrictions', () => {
  const restricted = (text: string): readonly string[] =>
    (readPortfolio(`${document(GOOD + CASH)}\n${text}`, 'P.md').value?.portfolio.restrictions ?? []).map(
      (each) => `${each.ticker} ${each.scope} ${each.until ?? ''}`,
    );

  it.each([
    ['**Restricted:** XOM, BRK-B\n', ['XOM both ', 'BRK.B both ']],
    [
      '## Restrictions\n\n- NVDA (buy only) until 2026-03-01: insider window\n- XOM\n',
      ['NVDA buy 2026-03-01', 'XOM both '],
    ],
    [
      '## Do not trade\n\n| Ticker | Scope | Until |\n|---|---|---|\n| KO | sell | 2026-03-01 |\n',
      ['KO sell 2026-03-01'],
    ],
    ['## Restrictions\n\n- None\n', []],
  ])('%s', (text, expected) => {
    expect(restricted(text)).toEqual(expected);
  });

  it('reports what it cannot read', () => {
    const { issues } = readPortfolio(
      `${document(GOOD + CASH)}\n## Restrictions\n\n- No tobacco stocks\n- XOM until 2026-02-30\n`,
      'P.md',
    );
    expect(shown(issues)).toEqual(['approve restriction-unreadable P.md:10:3', 'approve date-unreadable P.md:11:3']);
  });
});

describe('what a document says about the market', () => {
  const MARKET =
    '## Sector rankings\n\n1. Technology (score 9)\n2. Health Care\n\n## Picks\n\n| Ticker | Sector | Price | Conviction | ADV |\n|---|---|---|---|---|\n| NVDA | Tech | $185.04 | 74/100 | $31B |\n';

  it('is read from sections of Portfolio.md and from a file of its own', () => {
    const inside = readPortfolio(`${document(GOOD + CASH)}\n${MARKET}`, 'P.md');
    const own = readMarket(`${DATE}\n**Confidence:** 72%\n\n${MARKET}`, 'Market.md');
    expect([...inside.issues, ...own.issues]).toEqual([]);
    for (const market of [inside.value?.market, own.value]) {
      expect([...(market?.rankings ?? [])]).toEqual([
        ['Technology', 1],
        ['Healthcare', 2],
      ]);
      expect(market?.picks).toMatchObject([
        {
          ticker: 'NVDA',
          sector: 'Technology',
          price: 1_850_400n,
          conviction: 74_000_000n,
          dailyVolume: 3_100_000_000_000n,
        },
      ]);
      expect(market?.asOf?.value).toBe('2026-01-08');
    }
    expect(own.value?.confidence).toBe(72_000_000n);
  });

  it('reports picks in a list and an empty file', () => {
    expect(shown(readMarket(`${DATE}\nHello.\n`, 'M.md').issues)).toEqual(['unusable market-empty M.md:1:1']);
    expect(shown(readMarket(`${DATE}\n## Picks\n\n- NVDA, conviction 74\n`, 'M.md').issues)).toEqual([
      'approve pick-not-in-table M.md:5:3',
    ]);
  });
});

it('is no market, when a document has none', () => {
  expect(readPortfolio(document(GOOD + CASH), 'P.md').value?.market).toBeUndefined();
});

it('answers any text', () => {
  const piece = fc.constantFrom(
    '| ',
    '\n',
    '---',
    '$1',
    'NEM',
    'Cash',
    ':',
    '%',
    'Ticker | Shares | Price',
    '|---|---|---|',
    '#',
    ' ',
    '- ',
    '`',
    '**',
    '[a]',
    '\u0000',
    '😀',
    'TOTAL',
    '5',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece, { maxLength: 60 }).map((all) => all.join('')),
      ),
      (text) => {
        const { value, issues } = readPortfolio(text, 'P.md');
        expect(value !== undefined || issues.some((issue) => issue.level === 'unusable')).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

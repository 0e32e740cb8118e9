import Handlebars from 'handlebars';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AccountedLine } from '../../src/model/directive.ts';
import type { Issue } from '../../src/model/issue.ts';
import { sectorOf } from '../../src/model/sector.ts';
import { tickerOf, type Ticker } from '../../src/model/ticker.ts';
import { cents, price, type Price } from '../../src/model/units.ts';
import { outlineOf } from '../../src/parse/outline-of.ts';
import { readDirectives } from '../../src/parse/read-directives.ts';
import { readFillWords } from '../../src/parse/read-fill-words.ts';
import { readMarket } from '../../src/parse/read-market.ts';
import { readPortfolio } from '../../src/parse/read-portfolio.ts';
import { readPositions } from '../../src/parse/read-positions.ts';
import { readSectors } from '../../src/parse/read-sectors.ts';
import { readStock } from '../../src/parse/read-stock.ts';
import { readTransactions } from '../../src/parse/read-transactions.ts';

const checkout = path.resolve(import.meta.dirname, '../..');
const templateOf = (name: string): string => readFileSync(path.join(checkout, 'templates', `${name}.hbs`), 'utf8');
Handlebars.registerPartial('left-out-words', templateOf('partials/left-out-words'));

const HEAD = '| Ticker | Name | Shares | Price | Value | Avg Cost | Sector |\n|---|---|---|---|---|---|---|\n';
const row = (
  ticker: string,
  shares: string,
  price: string,
  value = '',
  cost = '',
  sector = 'Materials',
  name = '',
): string => `| ${ticker} | ${name} | ${shares} | ${price} | ${value} | ${cost} | ${sector} |\n`;

/** Documents that go wrong in one way each, so that together they provoke every code of this room. */
const PORTFOLIOS: readonly string[] = [
  'nothing here',
  'a'.repeat(7000),
  `As of 2026-02-30\n\n${HEAD}${row('NEM', '1', '1')}`,
  `${HEAD}${row('NEM', '1', '1')}| CASH | — |\n| TOTAL | — |\n| ... |\n`,
  `${HEAD}${row('NEM', '1', '1')}| CASH | x1 |\n`,
  `${HEAD}${row('NEM', '1', '1')}| CASH | 5 | $6 | $7 |\n`,
  '| Ticker | Shares | Price |\n|---|---|---|\n| NEM | 1 | 1 |\n',
  `${HEAD}${row('A', '1', '', '10')}${row('B', '', '3', '9')}${row('C', '', '3', '10')}${row('D', '', '', '')}${row('E', '1', '', '')}${row('F', '0', '1')}`,
  `${HEAD}${row('A', '-1', '1')}${row('B', '1', '0')}${row('C', '~1', '1')}${row('D', '1', '1,5')}${row('E', '1', '€1')}${row('F', '1', '1.23456')}${row('G', '1', '$2T')}${row('H', 'x', '1')}`,
  `${HEAD}${row('A', '1', '1', '', '', '—')}${row('B', '1', '1', '', '', 'Matreials')}${row('C', '1', '1', '', '', 'Gold Miners')}${row('[TICKER]', '1', '1')}${row('Newmont', '1', '1')}${row('SPY 450 put', '1', '1')}`,
  `${HEAD}| A | | 1 | 1 | 1 | | Energy | x |\n| B | | 1 | 1 | 1 |\n${row('NEM', '320', '104.35', '', '16768')}${row('NEM', '3', '100', '', '', 'Energy')}`,
  `## IRA account\n\n${HEAD}${row('A', '1', '1')}\n## Joint account\n\n${HEAD}${row('A', '1', '1')}${row('A', '2', '1')}`,
  `${HEAD}${row('A', '1', '1')}${row('A', '1', '1')}\n## Restrictions\n\n- no tobacco\n`,
  '## Action plan\n\n- Exit NEM\n',
  '# Bestand\n\nDer Kurs und die Aktien sind mit dem Stand von heute.\n',
  `${HEAD}${row('SPY 450 put', '1', '1')}`,
  `${HEAD}${row('[TICKER]', '1', '1')}`,
];

const MARKETS: readonly string[] = [
  'nothing here',
  '## Sector rankings\n\n| Rank | Sector |\n|---|---|\n| x | Energy |\n| 1 | Materials |\n| 1 | Utilities |\n\n## Picks\n\n- NVDA\n\n| Ticker | Sector | Price | Conviction | Weight |\n|---|---|---|---|---|\n| NVDA | Tech | 1 | 0.7 | |\n| AMD | Tech | 1 | 101 | |\n| AVGO | Tech | 1 | 70 | -5% |\n| LLY | | 1 | 70 | |\n| JNJ | Tech | 1 | 70 | |\n| JNJ | Tech | 1 | 70 | |\n| Intel | Tech | 1 | 70 | |\n',
];

const JSONS: readonly string[] = [
  '{',
  '{"a":1,"a":2,"__proto__":1,"b":1e999}',
  '{"picks":1,"x":2}',
  '{"picks":[{"ticker":"A"}]}',
  '{"confidence":700}',
];

const STOCKS: readonly string[] = [
  '{"ticker":"A","conviction_score":70,"thesis":"","proposed_allocation_pct":0.12,"sector":"Energy"}',
  '{"ticker":"A","conviction_score":70,"thesis":"x","proposed_allocation_pct":120,"sector":"Energy"}',
];

const LINES: readonly string[] = [
  ...[
    'Reduce Materials from 46.8% to 25%',
    'Reduce Materials from 40% to 25%',
    'Trim Materials to 25%',
    'Reduce Materials to 30%',
    'Maintain Energy',
  ],
  ...[
    'Reduce Energy from 20% to 30%',
    'Exit Energy to 5%',
    'Reduce Energy to 250%',
    'If so, exit Energy',
    'Consider an exit of Energy',
  ],
  ...[
    'Reduce Energy by 3%',
    'Reduce Energy to 20-25%',
    'Reduce Energy 5%',
    'Reduce Energy to <5%',
    'Reduce Energy to 5% then 4%',
    'Buy 3 NEM @ $5',
  ],
  ...[
    'Reduce Energy from 9% by 3 points to 5%',
    'Exit Energy or Materials',
    'Reduce Energy to 5% of invested',
    'Reduce Materials (NEM) to 25%',
  ],
  ...[
    '[x] Exit Energy',
    'Reduce Enrgy to 5%',
    'Reduce zzz to 5%',
    'Buy 3 AAPL',
    'Trim 3%',
    'Sell NEM',
    'Reduce Energy by 3 points',
    'Sell 2 NEM puts',
  ],
  ...[
    'Set a stop-loss for NEM at 5%',
    'Do not sell NEM',
    'Reduce Energy and Materials to 5%',
    'Exit Energy and exit Materials',
    'Sell $5 of NEM',
  ],
  ...[
    'Sell 3 shares of Energy',
    'Reduce Energy to 5% over two weeks',
    'Reduce [SECTOR] to 5%',
    'Rotate into Energy',
    'Reduce Energy to 5,5%',
    'Sell €5 of NEM',
  ],
  ...[
    'Reduce Energy to 1234567890123456%',
    'Reduce Energy to 9999999999999%',
    'Reduce Energy to 1.2.3%',
    'Note: 5%',
    'Reduced Energy by 5%',
    '~~Exit Energy~~',
  ],
];
const REST =
  '\nEnergy will be 5%.\n\n```json\n"x": "5%"\n```\n\n| Sector | Current % | Target % | Action |\n|---|---|---|---|\n| **Sell** |\n| Total | 100% | 100% | |\n| Utilities | 5% | — | — |\n| … | | | |\n\n## Summary\n\n- Exit Utilities\n';

/** Fills in words, and exports of transactions, that go wrong in one way each. */
const FILLS: readonly string[] = [
  '',
  'SOLD 100 NEM',
  'SOLD 100 NEM @ 84.11 or so',
  '100 NEM @ 84.11',
  'SOLD 0 NEM @ 84.11',
  'SOLD 1.2K NEM @ 84,11',
  'SOLD 1 NEWMONT-CORP @ 84.11 fees €5 id row:1 2026-02-30 order 0',
];
const ROW = 'TransactionDate,TransactionType,SecurityType,Symbol,Quantity,Amount,Price,Commission,Description\n';
const TRANSACTIONS: readonly string[] = [
  'a,b',
  '"a',
  'a'.repeat(1_048_577),
  ROW,
  `${ROW}02/30/26,Bought,EQ,NEM,-1,many,84.11,0,X`,
  `${ROW}01/05/26,Bought,EQ,NEM,-1,1,84.11,0,X`,
  `${ROW}01/05/26,Bought,EQ,NEM,1,-84.11,84.11,0,X,Y`,
  `${ROW}01/05/26,Bought,EQ,NEM,1,-84.15,84.11,0,X`,
  `${ROW}01/05/26,Bought,EQ,NEM,1,-94.15,84.11,0,X`,
];

const known = {
  spelling: new Map([[sectorOf('Materials'), 'Materials']]),
  tickers: new Set([tickerOf('NEM')!]),
};
const directives = [
  readDirectives(outlineOf(`# R\n\n## Action plan\n\n- ${LINES.join('\n- ')}\n${REST}`, 'P.md'), known),
  readDirectives(outlineOf('## Action plan\n\n- Rotate\n', 'P.md'), known),
  readDirectives(outlineOf('', 'P.md'), known),
  readDirectives(
    outlineOf('## Action plan\n\n- Exit NEM\n\n## Amendment (supersedes the plan)\n\n- Reduce NEM to 5%\n', 'P.md'),
    known,
  ),
];
/** The exports of the mistakes, each read with nothing, with a total, and with a price besides. */
const MISTAKES = path.join(checkout, 'fixtures/mistakes');
const nothing = { prices: new Map<Ticker, Price>() };
const weighings = [
  nothing,
  { ...nothing, total: cents(39_682_15n) },
  { prices: new Map([[tickerOf('NEM')!, price(104_3500n)]]), total: cents(39_682_15n) },
];
const exported = readdirSync(MISTAKES).flatMap((folder) =>
  readdirSync(path.join(MISTAKES, folder))
    .filter((name) => /\.csv$|^holdings\.md$/.test(name))
    .map((name) => ({ name, text: readFileSync(path.join(MISTAKES, folder, name), 'utf8') })),
);
const imports = exported.flatMap(({ name, text }) =>
  name === 'sectors.csv'
    ? readSectors(text, name).issues
    : weighings.flatMap((one) => readPositions(text, name, one).issues),
);
const issues: readonly Issue[] = [
  ...imports,
  ...PORTFOLIOS.flatMap((text) => readPortfolio(text, 'P.md').issues),
  ...PORTFOLIOS.slice(11, 12).flatMap(
    (text) => readPortfolio(text.replaceAll(/IRA account|Joint account/g, 'X'), 'P.md').issues,
  ),
  ...MARKETS.flatMap((text) => readMarket(text, 'M.md').issues),
  ...JSONS.flatMap((text) => readMarket(text, 'm.json').issues),
  ...STOCKS.flatMap((text) => readStock(text, 's.json').issues),
  ...directives.flatMap((each) => each.issues),
  ...FILLS.flatMap((text) => readFillWords(text, 'words').issues),
  ...TRANSACTIONS.flatMap((text) => readTransactions(text, 't.csv').issues),
];
const lines: readonly AccountedLine[] = directives.flatMap((each) => each.accounting);

/** Codes as the source writes them: the first argument of the makers of issues. */
const codesInSource = (): readonly string[] => {
  const room = path.join(checkout, 'src/parse');
  const sources = readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(room, file), 'utf8'))
    .join('\n');
  return [
    ...new Set([...sources.matchAll(/\b(?:issueAt|refuse|fault)\(\s*'([a-z-]+)'/g)].map((match) => match[1] ?? '')),
  ].sort();
};

describe('words', () => {
  it('are three lines for every issue, with every value at hand', () => {
    for (const issue of issues) {
      const written = Handlebars.compile(templateOf(`issues/${issue.code}`), { strict: true, noEscape: true })(
        issue.detail,
      );
      expect(written.split('\n').map((each) => /^[a-z]*:? ?\S?/.exec(each)?.[0].split(':')[0])).toEqual([
        'is',
        'should',
        'do',
        '',
      ]);
      expect(written).not.toMatch(/undefined|\[object|NaN|: \n/);
    }
  });

  it('are there for every code that the source names, and each of them can happen', () => {
    const provoked = new Set(issues.map((issue) => issue.code));
    expect(codesInSource().filter((code) => !provoked.has(code))).toEqual([]);
  });

  it('are there for every reason of a line', () => {
    const reasons = [...new Set(lines.flatMap((each) => each.reason ?? []))];
    expect(
      reasons.filter((reason) => !existsSync(path.join(checkout, `templates/phrases/line-${reason}.hbs`))),
    ).toEqual([]);
    const written = readdirSync(path.join(checkout, 'templates/phrases'))
      .filter((file) => file.startsWith('line-'))
      .map((file) => file.slice(5, -4));
    const ofRepair = 'left-out-on-word'; // no reader gives it: a counter-proposal that is taken does
    expect(written.filter((reason) => !reasons.includes(reason))).toEqual([ofRepair]);
  });
});

// Inputs of up to 1 MiB that are made to take long, or are simply large. Each names the command that reads it. What has
// `read: true` is an honest document, only large: a refusal would be an answer, but not the one that a person needs.

/** @typedef {{ file: string, text: string, args: readonly string[], read?: true }} HostileInput */

const MIB = 1024 * 1024;
const NOW = ['--now', '2026-01-08T16:00:00-05:00'];

/** @param {string} unit */
const mebibyteOf = (unit) => unit.repeat(Math.floor(MIB / unit.length));

/** @param {number} at */
const ticker = (at) =>
  Array.from({ length: 4 }, (_, digit) => String.fromCharCode(65 + (Math.floor(at / 26 ** digit) % 26))).join('');

const SECTORS = ['Energy', 'Materials', 'Technology', 'Utilities', 'Financials', 'Industrials'];

/**
 * @param {number} count
 * @param {(row: number) => string} rowOf
 */
const rows = (count, rowOf) => Array.from({ length: count }, (_, at) => rowOf(at)).join('');

/** @param {number} at */
const holding = (at) =>
  `| ${ticker(at)} | ${10 + (at % 90)} | $${20 + (at % 80)}.50 | ${SECTORS[at % SECTORS.length] ?? ''} |\n`;

const HEAD = '# Portfolio\n\nAs of 2026-01-08\n\n| Ticker | Shares | Price | Sector |\n|---|---|---|---|\n';
const PLAN = '\nCash: $9,000,000\n\n## Action Plan\n\n- Reduce Energy from 17% to 15%\n';
const SMALL = `${HEAD}${rows(12, holding)}\nCash: $2,000\n\n## Action Plan\n\n`;

/** @type {(text: string, read?: true) => HostileInput} */
const portfolio = (text, read) => ({
  file: 'Portfolio.md',
  text,
  args: ['rebalance', 'Portfolio.md', ...NOW],
  ...(read ? { read } : {}),
});

/** @type {(file: string, text: string) => HostileInput} */
const market = (file, text) => ({ file, text, args: ['rebalance', 'P.md', '--market', file, ...NOW] });

/** @type {(text: string) => HostileInput} */
const stock = (text) => ({ file: 's.json', text, args: ['validate-stock', 's.json', '--portfolio', 'P.md', ...NOW] });

/** @type {(text: string) => HostileInput} */
const config = (text) => ({ file: 'c.json', text, args: ['rebalance', 'P.md', '--config', 'c.json', ...NOW] });

/** @type {(text: string) => HostileInput} */
const sectors = (text) => ({ file: 's.csv', text, args: ['rebalance', 'P.md', '--sectors', 's.csv', ...NOW] });

/** @type {(text: string) => HostileInput} */
const exported = (text) => ({ file: 'e.csv', text, args: ['import', 'e.csv', '--out', 'out.md'] });

/** @type {(text: string) => HostileInput} */
const transactions = (text) => ({ file: 't.csv', text, args: ['fill', '--csv', 't.csv'] });

const ETRADE =
  "Symbol,Last Price $,Change $,Change %,Quantity,Price Paid $,Day's Gain $,Total Gain $,Total Gain %,Value $\n";
const SOLD = 'TransactionDate,TransactionType,SecurityType,Symbol,Quantity,Amount,Price,Commission,Description\n';

/** The small account that every input other than a portfolio is read together with. */
export const BESIDE = { file: 'P.md', text: `${SMALL}- Reduce Energy to 15%\n` };

/** @type {ReadonlyMap<string, HostileInput>} */
export const HOSTILE = new Map([
  ['39 KB of *a_', portfolio('*a_ '.repeat(9750))],
  ['1 MiB of *a_', portfolio(mebibyteOf('*a_ '))],
  ['1 MiB of *a_ in lines', portfolio(mebibyteOf(`${'*a_ '.repeat(20)}\n`))],
  ['1 MiB of *a_ in paragraphs', portfolio(mebibyteOf(`${'*a_ '.repeat(100)}\n\n`))],
  ['20,000 quote marks', portfolio('>'.repeat(20_000))],
  ['3,900 lines of 20 quote marks', portfolio(`${'>'.repeat(20)} a\n`.repeat(3900))],
  ['1 MiB of quoted lines', portfolio(mebibyteOf('> > a\n'))],
  ['a table of 50,000 rows', portfolio(`| a | b |\n|---|---|\n${'| a | b |\n'.repeat(50_000)}`)],
  ['one line of 1 MiB of letters', portfolio(mebibyteOf('a'))],
  ['one line of 1 MiB of spaces', portfolio(mebibyteOf(' '))],
  ['one line of 1 MiB of bars', portfolio(mebibyteOf('|'))],
  ['one line of 1 MiB of digits', portfolio(mebibyteOf('9'))],
  ['one line of 1 MiB of dollars', portfolio(mebibyteOf('$1,'))],
  ['one line of 1 MiB of instructions', portfolio(`${SMALL}${mebibyteOf('Sell 3 AAAA, ').slice(2000)}`)],
  ['5,000 nested items in one line', portfolio('- '.repeat(5000))],
  [
    '5,000 nested items in as many lines',
    portfolio(rows(5000, (at) => `${' '.repeat(Math.min(at * 2, 200))}- a\n`).slice(0, MIB)),
  ],
  ['5,000 items, each deeper up to 40', portfolio(rows(5000, (at) => `${'  '.repeat(at % 40)}- a\n`))],
  ['1 MiB of list items', portfolio(mebibyteOf('- a\n'))],
  ['1 MiB of headings', portfolio(mebibyteOf('# a\n'))],
  ['1 MiB of underlined headings', portfolio(mebibyteOf('a\n===\n'))],
  ['1 MiB of paragraphs', portfolio(mebibyteOf('a\n\n'))],
  ['1 MiB of empty lines', portfolio(mebibyteOf('\n'))],
  ['1 MiB of short lines', portfolio(mebibyteOf('a\n'))],
  ['1 MiB of brackets', portfolio(mebibyteOf(`${'['.repeat(60)}\n`))],
  ['1 MiB of links', portfolio(mebibyteOf('[a](b) '.repeat(10) + '\n\n'))],
  ['1 MiB of definitions', portfolio(mebibyteOf('[a]: b\n'))],
  ['1 MiB of footnotes', portfolio(mebibyteOf('[^a]: b\n\n'))],
  ['1 MiB of backticks', portfolio(mebibyteOf('`a``b```c\n'))],
  ['1 MiB of HTML', portfolio(mebibyteOf('<a <b <!-- <?\n'))],
  ['1 MiB of entities', portfolio(mebibyteOf('&amp;&#35;&x\n'))],
  ['1 MiB of escapes', portfolio(mebibyteOf('\\*\\_\\|\n'))],
  ['1 MiB of fences', portfolio(mebibyteOf('```\na\n```\n'))],
  ['1 MiB that may become a table', portfolio(mebibyteOf('a | b\n'))],
  ['1 MiB of small tables', portfolio(mebibyteOf('| a | b |\n|---|---|\n| c | d |\n\n'))],
  [
    '1 MiB of one wide table',
    portfolio(`${'| a '.repeat(60)}|\n${'|---'.repeat(60)}|\n${mebibyteOf(`${'| 1 '.repeat(60)}|\n`).slice(2000)}`),
  ],
  ['1 MiB of tabs', portfolio(mebibyteOf('\ta\n'))],
  ['1 MiB of bytes that are no text', portfolio(mebibyteOf('\u0000\u0001\ud7ff\u200b\n'.slice(0, 2)))],
  ['1 MiB of emoji', portfolio(mebibyteOf('😀 ').slice(0, MIB / 2))],
  ['10,000 list items', portfolio('- a\n'.repeat(9_990))],
  ['5,000 paragraphs', portfolio('a\n\n'.repeat(4_990))],
  ['5,000 paragraphs with code', portfolio('a `b`\n\n'.repeat(4_990))],
  ['9,000 lines of prose with links', portfolio('The [report](https://example.com) says much\n'.repeat(9_000))],
  [
    '2,500 rows of nine bold cells, and code',
    portfolio(`${'| a '.repeat(9)}|\n${'|---'.repeat(9)}|\n${`${'| **a** '.repeat(9)}|\n`.repeat(2500)}\n\`x\`\n`),
  ],
  [
    'everything at half of its limit',
    portfolio(
      `${SMALL}${'- [ ] **Note** `code` on *AAAA*\n  - and [more](u)\n'.repeat(500)}\n${'> > a `b`\n\n'.repeat(200)}\n| a | b |\n|---|---|\n${'| **a** | `b` |\n'.repeat(1500)}\n${'Some text, [and](x) more *of* it.\n\n'.repeat(500)}`,
    ),
  ],
  [
    '10,000 directives on as many tickers',
    portfolio(`${SMALL}${rows(9_900, (at) => `- Buy ${1 + (at % 9)} ${ticker(at)}\n`)}`),
  ],
  ['10,000 directives that conflict', portfolio(`${SMALL}${rows(9_900, (at) => `- Reduce Energy to ${at % 90}%\n`)}`)],
  ['10,000 lines with a condition', portfolio(`${SMALL}${rows(9_900, (at) => `- If it falls, sell ${ticker(at)}\n`)}`)],
  [
    '20,000 directives in a table',
    portfolio(
      `${SMALL}| Ticker | Current % | Target % | Action |\n|---|---|---|---|\n${rows(20_000, (at) => `| ${ticker(at)} | 1% | 2% | ADD |\n`)}`,
    ),
  ],
  [
    '20,000 sector targets in a table',
    portfolio(
      `${SMALL}| Sector | Current % | Target % | Action |\n|---|---|---|---|\n${rows(20_000, (at) => `| Energy | 17% | ${at % 90}% | TRIM |\n`)}`,
    ),
  ],
  ['20,000 directives on one sector', portfolio(`${SMALL}${'- Reduce Energy to 15%\n'.repeat(20_000)}`)],
  ['20,000 directives that conflict', portfolio(`${SMALL}${rows(20_000, (at) => `- Reduce Energy to ${at % 90}%\n`)}`)],
  [
    '20,000 directives on as many tickers',
    portfolio(`${SMALL}${rows(20_000, (at) => `- Buy ${1 + (at % 9)} ${ticker(at)}\n`)}`),
  ],
  [
    '20,000 lines with a condition',
    portfolio(`${SMALL}${rows(20_000, (at) => `- If it falls, sell ${ticker(at)}\n`)}`),
  ],
  [
    '20,000 sectors',
    portfolio(`${HEAD}${rows(20_000, (at) => `| ${ticker(at)} | 1 | $2.00 | S${ticker(at)} |\n`)}${PLAN}`),
  ],
  ['990 sectors', portfolio(`${HEAD}${rows(990, (at) => `| ${ticker(at)} | 1 | $2.00 | S${ticker(at)} |\n`)}${PLAN}`)],
  ['20,000 broken rows', portfolio(`${HEAD}${rows(20_000, (at) => `| ${ticker(at)} | x | y | z |\n`)}${PLAN}`)],
  ['20,000 lots of one ticker', portfolio(`${HEAD}${'| AAAA | 10 | $20.50 | Energy |\n'.repeat(20_000)}${PLAN}`, true)],
  ['5,000 holdings', portfolio(`${HEAD}${rows(5000, holding)}${PLAN}`, true)],
  ['24,000 holdings', portfolio(`${HEAD}${rows(24_000, holding)}${PLAN}`, true)],
  [
    '1,000 holdings with links and code',
    portfolio(
      `${HEAD}${rows(1000, (at) => holding(at).replace(/ \|$/, ' [n](u) |'))}${PLAN}\nSee \`x\` and [y](z).\n`,
      true,
    ),
  ],
  [
    '3,000 holdings and 200 KB of notes with links',
    portfolio(
      `${HEAD}${rows(3000, holding)}${PLAN}\n## Notes\n\n${'The [report](https://example.com) says *much* about `it`, and more than one reads.\n\n'.repeat(2400)}`,
      true,
    ),
  ],
  [
    'a market file of 6,000 picks',
    market(
      'm.json',
      JSON.stringify({
        as_of: '2026-01-08',
        picks: Array.from({ length: 6000 }, (_, at) => ({
          ticker: ticker(at),
          sector: 'Energy',
          price: 10,
          conviction: 70,
        })),
      }),
    ),
  ],
  [
    'a market file of 24,000 unknown keys',
    market('m.json', JSON.stringify(Object.fromEntries(Array.from({ length: 24_000 }, (_, at) => [`k${at}`, at])))),
  ],
  ['a market file of 20,000 broken picks', market('m.json', `{"picks":[${'{"ticker":1},'.repeat(20_000)}1]}`)],
  ['a market file of brackets', market('m.json', mebibyteOf('['))],
  ['a market file of one long string', market('m.json', `{"as_of":"${'a'.repeat(MIB - 20)}"}`)],
  ['a market file of one long number', market('m.json', `{"confidence":${'1'.repeat(MIB - 20)}}`)],
  [
    'a market file of 50,000 ranks in Markdown',
    market('m.md', `As of 2026-01-08\n\n## Sector rankings\n\n${rows(50_000, (at) => `${at + 1}. Energy\n`)}`),
  ],
  ['a market file of 39 KB of *a_', market('m.md', '*a_ '.repeat(9750))],
  [
    'a market file of 20,000 picks in Markdown',
    market(
      'm.md',
      `As of 2026-01-08\n\n## Picks\n\n| Ticker | Sector | Price | Conviction |\n|---|---|---|---|\n${rows(20_000, (at) => `| ${ticker(at)} | Energy | $10.00 | 70 |\n`)}`,
    ),
  ],
  [
    'a stock file of one long thesis',
    stock(
      `{"ticker":"NVDA","conviction_score":70,"thesis":"${'a'.repeat(MIB - 200)}","proposed_allocation_pct":5,"sector":"Technology"}`,
    ),
  ],
  [
    'a stock file of 24,000 unknown keys',
    stock(
      JSON.stringify({
        ticker: 'NVDA',
        ...Object.fromEntries(Array.from({ length: 24_000 }, (_, at) => [`k${at}`, at])),
      }),
    ),
  ],
  [
    'a config of 24,000 unknown keys',
    config(JSON.stringify(Object.fromEntries(Array.from({ length: 24_000 }, (_, at) => [`k${at}`, at])))),
  ],
  ['a config of one key 24,000 times', config(`{${'"sector_cap":1,'.repeat(24_000)}"a":1}`)],
  [
    'a config of 8,000 restrictions',
    config(
      JSON.stringify({
        restrictions: { tickers: Array.from({ length: 8000 }, (_, at) => ({ ticker: ticker(at), scope: 'buy' })) },
      }),
    ),
  ],
  [
    'a config of 24,000 caps',
    config(
      JSON.stringify({
        sector_cap: {
          max_pct: 40,
          overrides: Object.fromEntries(Array.from({ length: 24_000 }, (_, at) => [`S${ticker(at)}`, 30])),
        },
      }),
    ),
  ],
  ['sectors of 60,000 tickers', sectors(`Symbol,Sector\n${rows(60_000, (at) => `${ticker(at)},Energy\n`)}`)],
  ['sectors with an open quotation mark', sectors(`Symbol,Sector\n"${'a,b\n'.repeat(250_000)}`)],
  ['sectors of 500,000 columns', sectors(mebibyteOf('a,'))],
  ['sectors of empty lines', sectors(mebibyteOf('\n'))],
  ['sectors of quotation marks', sectors(mebibyteOf('"'))],
  [
    'positions of 20,000 tickers',
    exported(`${ETRADE}${rows(20_000, (at) => `${ticker(at)},20,0,0,10,15,0,50,33,200\n`)}TOTAL,,,,,,,,,4000000\n`),
  ],
  ['positions of commas', exported(mebibyteOf(','))],
  ['positions of tabs', exported(mebibyteOf('\t'))],
  ['positions with the header 9,000 times', exported(mebibyteOf(ETRADE))],
  ['positions of *a_ in a Markdown table', exported(`| a | b |\n|---|---|\n${'*a_ '.repeat(9750)}`)],
  [
    'transactions of 15,000 rows',
    transactions(
      `For Account:,####0000\n\n${SOLD}${rows(15_000, (at) => `01/08/26,Sold,EQ,${ticker(at)},-10,200,20,0,SOMETHING\n`)}`,
    ),
  ],
  [
    'transactions of 15,000 rows that are alike',
    transactions(`For Account:,####0000\n\n${SOLD}${'01/08/26,Sold,EQ,AAAA,-10,200,20,0,SOMETHING\n'.repeat(15_000)}`),
  ],
  ['transactions of commas', transactions(mebibyteOf(','))],
]);

import { expect, it } from 'vitest';
import { checkCaps } from '../../src/parse/caps.ts';
import { readMarket } from '../../src/parse/read-market.ts';
import { readPortfolio } from '../../src/parse/read-portfolio.ts';

const holdings = (rows: number): string =>
  `| Ticker | Name | Shares | Price | Value | Sector |\n|---|---|---|---|---|---|\n${'| **AAPL** | Apple Inc. | 10 | $1.00 | $10.00 | Technology |\n'.repeat(rows)}`;

it.each([
  ['delimiter runs', '*a_ '.repeat(9750), 'characters in one line'],
  ['delimiter runs on many lines', `${'*a_ '.repeat(20)}\n`.repeat(480), 'marks such as * _ [ ] ` < in one paragraph'],
  ['quote marks', '>'.repeat(5000), 'levels of nesting'],
  ['quote marks in one line', '>'.repeat(20_000), 'characters in one line'],
  ['a table of 50,000 rows', '| a | b |\n|---|---|\n'.concat('| a | b |\n'.repeat(50_000)), 'bytes'],
  ['a table of 3,000 rows', '| a | b |\n|---|---|\n'.concat('| a | b |\n'.repeat(3000)), 'lines of tables'],
  ['a line of 1 MiB', 'a'.repeat(1024 * 1024), 'bytes'],
  [
    '5,000 nested items',
    Array.from({ length: 400 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n'),
    'levels of nesting',
  ],
  ['underlined headings', 'a\n===\n'.repeat(1500), 'lines of = or - alone'],
  ['wide tables', '|a'.repeat(1000), 'table columns'],
])('refuses %s', (_, text, what) => {
  expect(checkCaps(text, 'f.md')).toMatchObject({ code: 'too-large', level: 'unusable', detail: { what } });
  expect(readPortfolio(text, 'f.md').issues.map((issue) => issue.code)).toEqual(['too-large']);
  expect(readMarket(text, 'f.md').issues.map((issue) => issue.code)).toEqual(['too-large']);
});

it.each([
  ['quote marks', '> '.repeat(25), 'levels of nesting', 25],
  ['items in items', '- '.repeat(22) + 'a', 'levels of nesting', 22],
  ['columns between bars', '| a '.repeat(70) + '|', 'table columns', 70],
  ['columns without bars at the ends', 'a' + ' | a'.repeat(69), 'table columns', 70],
  ['escaped bars', `| ${'a \\| '.repeat(70)}|`, undefined, 0],
  ['lines', 'a\n'.repeat(4001), 'lines', 4001],
])('counts %s as a person would', (_, text, what, measured) => {
  const issue = checkCaps(text, 'f.md');
  expect(issue?.detail).toEqual(what === undefined ? undefined : expect.objectContaining({ what, measured }));
});

it('counts bytes, not characters', () => {
  expect(checkCaps('é\n'.repeat(10), 'f.md')).toBeUndefined();
  expect(checkCaps(`${'é'.repeat(5000)}\n`.repeat(30), 'f.md')).toMatchObject({ detail: { what: 'bytes' } });
});

it('lets a thousand holdings pass', () => {
  expect(checkCaps(holdings(1000), 'f.md')).toBeUndefined();
});

it.each([
  ['holdings', 3000, undefined],
  ['something else', 3000, 'lines of tables'],
])('of a plain document with %s in %i rows it minds only what each row costs', (kind, rows, what) => {
  const text = kind === 'holdings' ? holdings(rows) : '| a | b |\n|---|---|\n'.concat('| a | b |\n'.repeat(rows));
  expect(checkCaps(text, 'f.md', true)).toBeUndefined();
  const codes = readPortfolio(text, 'f.md').issues.map(({ code, detail }) => [code, detail['what']]);
  expect(codes.filter(([code]) => code === 'too-large')).toEqual(what === undefined ? [] : [['too-large', what]]);
});

it.each([
  ['columns', `${'| a '.repeat(70)}|\n`, 'table columns'],
  ['a long row', `| ${'a'.repeat(7000)} |\n`, 'characters in one line'],
  ['lines besides', `${holdings(10)}\n${'a\n'.repeat(4001)}`, 'lines'],
  ['bytes besides', `${holdings(10)}\n${`${'a'.repeat(1000)}\n`.repeat(300)}`, 'bytes'],
  [
    'marks besides',
    `${holdings(10)}\n${'**a** **b** **c**\n\n'.repeat(790)}`,
    'marks such as * _ [ ] ` < outside tables',
  ],
])('of a plain document it still minds %s', (_, text, what) => {
  expect(checkCaps(text, 'f.md', true)).toMatchObject({ code: 'too-large', detail: { what } });
});

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

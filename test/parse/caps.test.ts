import { expect, it } from 'vitest';
import { checkCaps, checkSize } from '../../src/parse/caps.ts';
import { readMarket } from '../../src/parse/read-market.ts';
import { readPortfolio } from '../../src/parse/read-portfolio.ts';

const holdings = (rows: number): string =>
  `| Ticker | Name | Shares | Price | Value | Sector |\n|---|---|---|---|---|---|\n${'| **AAPL** | Apple Inc. | 10 | $1.00 | $10.00 | Technology |\n'.repeat(rows)}`;

const WORK = 'percent of the work that is done for one document, most of it for';

it.each([
  ['delimiter runs', '*a_ '.repeat(9750), 'characters in one line'],
  ['delimiter runs on many lines', `${'*a_ '.repeat(20)}\n`.repeat(480), 'marks such as * _ [ ] ` < in one paragraph'],
  ['quote marks', '>'.repeat(5000), 'levels of nesting'],
  ['quote marks in one line', '>'.repeat(20_000), 'characters in one line'],
  ['a table of 9,000 rows with code', '| a | b |\n|---|---|\n'.concat('| `a` | b |\n'.repeat(9000)), `${WORK} tables`],
  ['a line of 1 MiB', 'a'.repeat(1024 * 1024), 'characters in one line'],
  ['many lines', 'a\n'.repeat(10_001), 'lines outside of tables'],
  [
    '5,000 nested items',
    Array.from({ length: 400 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n'),
    'levels of nesting',
  ],
  ['items in items again and again', '- - - - - - - - - - a\n'.repeat(2000), `${WORK} lists and quotations`],
  ['quotations again and again', '>>>>>>>>>> a\n\n'.repeat(2000), `${WORK} lists and quotations`],
  ['underlined headings', 'a\n===\n'.repeat(2500), `${WORK} underlined headings`],
  ['marks in many paragraphs', `${'*a '.repeat(60)}\n\n`.repeat(2000), `${WORK} marks such as * _ [ ] \` <`],
  [
    'prose with code',
    'a'.repeat(10).concat(' ').repeat(9).concat('\n').repeat(9_990).concat('`a`'),
    `${WORK} lines of text`,
  ],
  ['wide tables', '|a'.repeat(1000), 'table columns'],
])('refuses %s', (_, text, what) => {
  const issue = checkSize(text, 'f.md') ?? checkCaps(text, 'f.md');
  expect(issue).toMatchObject({ code: 'too-large', level: 'unusable', detail: { what } });
  expect(readPortfolio(text, 'f.md').issues.map((each) => each.code)).toEqual(['too-large']);
  expect(readMarket(text, 'f.md').issues.map((each) => each.code)).toEqual(['too-large']);
});

it.each([
  ['quote marks', '> '.repeat(25), 'levels of nesting', 25],
  ['items in items', '- '.repeat(22) + 'a', 'levels of nesting', 22],
  ['columns between bars', '| a '.repeat(70) + '|', 'table columns', 70],
  ['columns without bars at the ends', 'a' + ' | a'.repeat(69), 'table columns', 70],
  ['escaped bars', `| ${'a \\| '.repeat(70)}|`, undefined, 0],
])('counts %s as a person would', (_, text, what, measured) => {
  const issue = checkCaps(text, 'f.md');
  expect(issue?.detail).toEqual(what === undefined ? undefined : expect.objectContaining({ what, measured }));
});

it('lets a thousand holdings pass, and many thousand where nothing but a scan is needed', () => {
  expect(checkCaps(holdings(1000), 'f.md')).toBeUndefined();
  expect(readPortfolio(holdings(10_000), 'f.md').issues.map(({ code }) => code)).not.toContain('too-large');
});

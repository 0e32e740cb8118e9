// Every figure in the tables of a report is stated, recomputed or assumed: counted again here with a Markdown parser and with
// lists of columns of its own, and each place is looked up in the document.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Nodes, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { countFigures } from '../../src/report/figure-origins.ts';

const root = path.join(import.meta.dirname, '../../fixtures/scenarios');
const stories = readdirSync(root).filter((name) => existsSync(path.join(root, name, 'expected/report.md')));

const STATED = ['Stated now', 'Target', 'Limit price', 'Shares', 'Shares before'];
const LIMITS = ['Limit', 'Must remain'];
const COMPUTED = [
  'After',
  'Before',
  'Cash %',
  'Cash after',
  'Change',
  'Change in % of before',
  'Computed now',
  'Dollars below (+) or above (-) the target',
  'Dollars to move',
  'Fees',
  'Moves',
  'Orders',
  'Quantity',
  'Reached',
  'Room in dollars',
  'Room in points',
  'Shares after',
  'Value',
  'Value after',
  'Value before',
  'Weight',
  'Weight after',
  'Weight before',
  'Away from what was asked',
];
const NO_FIGURES = ['#', 'Line'];

const tablesIn = (node: Nodes): readonly Table[] =>
  node.type === 'table' ? [node] : 'children' in node ? node.children.flatMap((child) => tablesIn(child)) : [];

const isFigure = (text: string): boolean =>
  !/^\d{4}-/u.test(text) &&
  /\d/u.test(text) &&
  text.replaceAll(/[-+$\d,.%]|points/gu, '').trim() === '' &&
  /^[-+$]*\d/u.test(text);

interface Walk {
  stated: number;
  limits: number;
  computed: number;
  readonly unknown: Set<string>;
}

const tell = (found: Walk, heading: string, text: string): void => {
  const count = text.split(/, /u).length;
  if (!isFigure(text) || NO_FIGURES.includes(heading)) return;
  if (LIMITS.includes(heading)) found.limits += 1;
  else if (STATED.includes(heading) && text !== '0') found.stated += 1;
  else if (COMPUTED.includes(heading) || STATED.includes(heading)) found.computed += count;
  else found.unknown.add(heading);
};

/** Walks over the tables above the account of origins. */
const walk = (markdown: string): Walk => {
  const [above = ''] = markdown.split('\n## Where this comes from');
  const found: Walk = { stated: 0, limits: 0, computed: 0, unknown: new Set() };
  for (const table of tablesIn(unified().use(remarkParse).use(remarkGfm).parse(above))) {
    const [head, ...rows] = table.children;
    const headings = head?.children.map((cell) => toString(cell)) ?? [];
    for (const { children } of rows)
      for (const [at, cell] of children.entries()) tell(found, headings[at] ?? '', toString(cell));
  }
  return found;
};

const read = (story: string, name: string): string => readFileSync(path.join(root, story, name), 'utf8');

describe.each(stories)('%s', (story) => {
  const report = read(story, 'expected/report.md');

  test('says of every figure in its tables where it comes from', () => {
    const { stated, limits, computed, unknown } = walk(report);
    expect([...unknown]).toEqual([]);
    const told =
      /Of the figures in the tables above (\d+) are stated in the documents, (\d+) are recomputed, (\d+) are assumed/u.exec(
        report,
      );
    const numbers = told?.slice(1).map(Number);
    const isConfigured = report.includes('Input (config)');
    expect(numbers).toEqual(isConfigured ? [stated + limits, computed, 0] : [stated, computed, limits]);
  });

  test('names the line of the document on which each holding and the cash stand', () => {
    const rows = [...report.matchAll(/^\| (\S+) +\| ([^|]+?) +\| (Portfolio[^|]*?\.md):(\d+):(\d+) +\|$/gmu)];
    const lines = read(story, 'Portfolio.md').split(/\r?\n/u);
    expect(rows.length).toBeGreaterThan(0);
    for (const [, what = '', stated = '', , line, column] of rows) {
      const text = lines[Number(line) - 1] ?? '';
      expect(text.length).toBeGreaterThanOrEqual(Number(column));
      const [figure = ''] = /[\d,.]+/u.exec(stated) ?? [];
      if (what === 'Cash') expect(text.replaceAll(',', '')).toContain(String(Number(figure.replaceAll(',', ''))));
      else expect(text.replaceAll(/[-/]/gu, '.')).toContain(what);
    }
  });
});

test('a figure more or less is noticed', () => {
  const report = read('the-founding-test-case', 'expected/report.md');
  const [above = ''] = report.split('\n## Where this comes from');
  const { read: stated, computed, limit } = countFigures(above);
  const { stated: own, computed: worked, limits } = walk(report);
  expect([stated, computed, limit]).toEqual([own, worked, limits]);
  const less = countFigures(above.replace(/\$104\.35/u, 'n/a'));
  expect(less.read).toBe(stated - 1);
});

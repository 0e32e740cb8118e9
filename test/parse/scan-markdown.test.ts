// The scanner against the reference: whatever it accepts, it reads exactly as remark does, places included.
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/parse/markdown.ts';
import { scanMarkdown } from '../../src/parse/scan-markdown.ts';
import { runs, some } from '../properties/chance.ts';

type Plain = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Plain => typeof value === 'object' && value !== null;

/** In remark's tree some cells keep the spaces at their edges, and some empty ones hold nothing but spaces. */
const trimmed = (cell: Plain): Plain => {
  const children = cell['children'] as readonly Plain[];
  const edges = children.map((child, index) => {
    if (child['type'] !== 'text') return child;
    const value = String(child['value']);
    const start = index === 0 ? value.trimStart() : value;
    const { line, column } = (child['position'] as { start: { line: number; column: number } }).start;
    const begin = { line, column: column + value.length - start.length };
    return { ...child, value: index === children.length - 1 ? start.trimEnd() : start, position: { start: begin } };
  });
  return { ...cell, children: edges.filter((child) => child['value'] !== '') };
};

/** What is read of a tree: kinds, texts, numbers of lists, boxes, and where each node begins. */
const essence = (node: Plain): Plain => {
  const { type, depth, value, ordered, start, checked, children, position } =
    node['type'] === 'tableCell' ? trimmed(node) : node;
  const begin = isObject(position) && isObject(position['start']) ? position['start'] : {};
  const isKept = type !== 'root' && type !== 'list' && type !== 'listItem';
  return {
    type,
    ...(depth === undefined ? {} : { depth }),
    ...(typeof value === 'string' ? { value: value.replaceAll('\r\n', '\n') } : {}),
    ...(type === 'list' ? { ordered, start: start ?? undefined } : {}),
    ...(type === 'listItem' ? { checked: checked ?? undefined } : {}),
    ...(isKept ? { at: `${String(begin['line'])}:${String(begin['column'])}` } : {}),
    ...(Array.isArray(children) ? { children: (children as Plain[]).map(essence) } : {}),
  };
};

const scanned = (text: string): Plain | undefined => {
  const root = scanMarkdown(text);
  return root && essence(root as unknown as Plain);
};
const reference = (text: string): Plain => essence(parseMarkdown(text) as unknown as Plain);

/** True when the scanner took the text; it must then agree with remark. */
const agrees = (text: string): boolean => {
  const tree = scanned(text);
  if (tree === undefined) return false;
  expect(tree, JSON.stringify(text)).toEqual(reference(text));
  return true;
};

const word = fc.constantFrom(
  'Reduce', 'Materials', 'from 46.8%', 'to 25%', 'S&P 500', '~$500', '$1,234.56', '-', '+5%', '→', '🚀', '(12)', '#1', '2.', '1.',
  '**TOTAL**', '**Cash:**', '**a** b **c**', '**x**y', 'a**b**', '(**q**)', '**$5.**', '**✅**', '** a**', '*i*', '_e_', '`c`', '[x]', '[ ] ', '<b>', '< 5', '&amp;', '&c',
  'a@b.co', 'www.x.org', 'https://x.org', '~~no~~', 'é', '\u00a0', '—', '!', '|', '\\', '=', '***', '\u2028', 'x\ty', '1)', '>',
); // prettier-ignore
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const plain = fc.constantFrom(
  'Reduce Materials to 25%',
  '**Cash:** $5',
  'Hold',
  '**Buy** x',
  'S&P (5)',
  '🚀 up',
  '1.5 x',
  '46.8% → 25%',
);
const text = fc.oneof({ weight: 5, arbitrary: plain }, { weight: 1, arbitrary: words });
const row = fc.array(fc.oneof(text, fc.constant(''), fc.constant(' ')), { minLength: 1, maxLength: 3 });
const tableRow = row.map((cells) => `| ${cells.join(' | ')} |`);
const table = fc
  .tuple(
    fc.array(text, { minLength: 2, maxLength: 2 }),
    fc.constantFrom('|---|---|', '| :-- | --: |', '|---|', '|-|-| '),
    fc.array(fc.oneof(tableRow, tableRow, text), { maxLength: 3 }),
  )
  .map(([header, delimiters, rows]) => [`| ${header.join(' | ')} |`, delimiters, ...rows].join('\n'));
const openTable = fc
  .tuple(
    fc.array(text, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('---|---', '---|:---', ':-', '-|-|-', ':-: | -', '-:', '- | -'),
  )
  .map(([header, delimiters]) => `${header.join(' | ')}\n${delimiters}\na | b`);
const mark = fc.constantFrom(
  '- ',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2. ',
  '1) ',
  '10. ',
  '- [ ] ',
  '- [x] ',
  '-  ',
  '  - ',
  '    ',
  '> ',
  '>',
);
const list = fc
  .tuple(mark, fc.array(text, { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '\n\n'))
  .map(([lead, items, between]) => items.map((item) => lead + item).join(between));
const heading = fc
  .tuple(fc.constantFrom('#', '##', '###### ', '####### ', '##  '), text)
  .map(([marks, rest]) => `${marks} ${rest}`);
const odd = fc.constantFrom(
  '---',
  '***',
  '===',
  '- - -',
  '```',
  '    code',
  '',
  ' ',
  '[a]: b',
  '-',
  '#',
  '1.',
  'text  ',
  ' text',
  '|',
  '| a',
  'a | b',
  ':-|-:',
  '<!-- c -->',
  '\ufeff',
);
const block = fc.oneof(
  { weight: 3, arbitrary: text },
  { weight: 3, arbitrary: table },
  { weight: 4, arbitrary: list },
  { weight: 2, arbitrary: heading },
  { weight: 1, arbitrary: openTable },
  { weight: 1, arbitrary: odd },
  { weight: 1, arbitrary: fc.tuple(text, list).map((parts) => parts.join('\n')) },
);
const documents = fc
  .tuple(
    fc.array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n \n\n', '\r\n\r\n', '\n\n\n')), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.boolean(),
  )
  .map(([blocks, windows]) => {
    const joined = blocks.map(([body, end]) => body + end).join('');
    return windows ? joined.replace(/\r?\n/g, '\r\n') : joined;
  });

const root = path.resolve(import.meta.dirname, '../..');
const real = ['examples', 'fixtures'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => readFileSync(path.join(root, folder, file), 'utf8')),
);

describe('the scanner', () => {
  test('agrees with remark on every random document that it takes', () => {
    fc.assert(
      fc.property(documents, (document) => void agrees(document)),
      runs(1500),
    );
  });

  test('takes a good part of the random documents, and leaves a good part to remark', () => {
    const taken = some(documents, 500).filter((document) => scanMarkdown(document) !== undefined).length;
    expect(taken).toBeGreaterThan(100);
    expect(taken).toBeLessThan(400);
  });

  test('agrees with remark on every document of the fixtures', () => {
    const taken = real.filter(agrees).length;
    expect(taken).toBeGreaterThan(real.length / 2);
  });

  test('agrees with remark where one character of a real document is changed', () => {
    const plainOnes = real.filter((document) => document.length < 3000 && scanMarkdown(document) !== undefined);
    const change = fc.record({
      document: fc.constantFrom(...plainOnes),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      put: fc.constantFrom(
        '',
        ' ',
        '\n',
        '*',
        '**',
        '|',
        '#',
        '-',
        '- ',
        '`',
        '>',
        '_',
        '[',
        '\\',
        '1. ',
        '    ',
        '\t',
        '&',
        '<',
        '~',
        '\r',
        '=',
      ),
      over: fc.constantFrom(0, 1),
    });
    fc.assert(
      fc.property(change, ({ document, at, put, over }) => {
        const place = Math.floor(at * document.length);
        agrees(document.slice(0, place) + put + document.slice(place + over));
      }),
      runs(600),
    );
  });

  test.each(['examples/Portfolio.md', 'examples/Portfolio-bullets.md', 'examples/stocks/Portfolio.md'])(
    'takes %s',
    (file) => {
      expect(agrees(readFileSync(path.join(root, file), 'utf8'))).toBe(true);
    },
  );
});

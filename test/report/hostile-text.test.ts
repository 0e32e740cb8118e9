// Whatever stands in a document: the reports have the same tables, rows and cells, and nothing in them acts.
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test, vi } from 'vitest';
import type { Recommendation } from '../../src/model/recommendation.ts';
import { diagnostics } from '../../src/report/diagnostics.ts';
import { documents } from '../../src/report/documents.ts';
import { stockSummary } from '../../src/report/stock-summary.ts';
import { summary } from '../../src/report/summary.ts';
import { at, CRITERIA_FAILED, holding, meta, recommendation, ticker, trade, usd, withEscalation } from './example.ts';

vi.mock('../../src/report/compiled-templates.js', async (original) =>
  (await import('./example-words.ts')).withExampleWords(original as never),
);

const HOSTILE = [
  'a | b || c |\n| --- | --- |\n| evil | row |',
  '`code` ``` ~~~ <script>alert(1)</script> <b>x</b> <!-- y --> &lt;i&gt;',
  '[link](https://e.vil) ![image](x) <https://e.vil> https://e.vil www.e.vil a@e.vil [^1] [x]: y',
  '# heading\n\n- list\n1. item\n> quote\n---\n===\n\tcode',
  '{{x}} {{{y}}} {{#each z}} \\| \\',
  '\u001b[31mred\u001b[0m \u009b32m \u0007 \b\b\b \r over \u202egnp.\u2066 \u200b\ufeff \ue001\ue000 ¦ cell ¦ °',
  '=HYPERLINK("http://e.vil") +1 -1 @SUM(A1)',
  '',
  '**bold** _em_ ~~gone~~ *',
];

/** A document that says nothing where something is needed says this. */
const or = (text: string, otherwise: string): string => (text === '' ? otherwise : text);

const withText = (text: string): Recommendation => {
  const base = recommendation({
    holdings: [holding('NEM', or(text, 'Materials'), '300', '104.11'), holding('AAPL', 'Technology', '65', '259.04')],
    trades: [
      trade('SELL', 'NEM', or(text, 'Materials'), '100', '104.11'),
      trade('BUY', 'MSFT', 'Technology', '10', '478.11'),
    ],
    issues: [
      {
        code: 'example',
        level: 'approve',
        subject: text,
        detail: { what: text, text, other: text },
        place: at(2, text),
      },
    ],
    stockValidations: [{ ...CRITERIA_FAILED, file: text }],
    plan: {
      unfilled: [{ subject: text, directive: text, value: usd('1'), reason: 'example' }],
      suppressed: [{ ticker: ticker('XOM'), side: 'BUY', value: usd('99'), reason: 'example' }],
      rejectedPicks: [{ ticker: ticker('INTC'), reason: 'example', detail: { why: text } }],
    },
    residuals: [{ subject: text, target: { num: 1n, den: 4n }, achieved: { num: 1n, den: 5n }, gap: usd('1') }],
  });
  const directives = base.directives.map((one) => ({ ...one, subject: text, directive: { ...one.directive, text } }));
  const accounting = base.accounting.map((line) => ({ ...line, text }));
  const asOf = { value: or(text, '2026-01-08'), place: at(3) };
  return withEscalation({
    ...base,
    directives,
    accounting,
    portfolio: { ...base.portfolio, asOf },
    now: or(text, 'now'),
  });
};

const metaOf = (text: string) => ({ ...meta, inputs: [{ role: 'portfolio', path: text, sha256: text }] });

const markdown = (text: string): readonly (readonly [string, string])[] =>
  [...documents(withText(text), metaOf(text))].filter(([name]) => name.endsWith('.md'));

const parse = (text: string) => unified().use(remarkParse).use(remarkGfm).parse(text);

/** The bones of a document: every block, and every table with the number of cells of each row. */
const bones = (node: Nodes): string[] => {
  if (node.type === 'table') return [`table ${node.children.map((row) => row.children.length).join(' ')}`];
  if (node.type === 'paragraph' || node.type === 'text') return [];
  return [node.type, ...('children' in node ? node.children.flatMap(bones) : [])];
};

const inlines = (node: Nodes): string[] => [node.type, ...('children' in node ? node.children.flatMap(inlines) : [])];

const ACTING = [
  'html',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'footnoteReference',
  'definition',
  'delete',
  'code',
];
const withoutEmphasis = (all: readonly string[]) =>
  all.filter((kind) => !['emphasis', 'strong', 'inlineCode'].includes(kind));

/** The page as a browser takes it apart: tags with their attributes; texts and names of regions are left out. */
const tagsOf = (text: string): readonly string[] => {
  const page = documents(withText(text), metaOf(text)).get('report.html') ?? '';
  return [...page.matchAll(/<[^>]*>/gu)].map(([tag]) => tag.replace(/ (?:aria-label|data-label)="[^"]*"/u, ''));
};

describe.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('a document that says %s', (_, text) => {
  test('changes no table, row or cell of any report', () => {
    const plain = new Map(markdown('plain').map(([name, content]) => [name, withoutEmphasis(bones(parse(content)))]));
    for (const [name, content] of markdown(text)) {
      if (text !== '') expect(withoutEmphasis(bones(parse(content))), name).toEqual(plain.get(name));
      expect(
        inlines(parse(content)).filter((kind) => ACTING.includes(kind)),
        name,
      ).toEqual([]);
    }
  });

  test('changes no tag of the page, and no attribute but what numbers decide', () => {
    if (text === '') return; // what is empty may be left out
    expect(tagsOf(text)).toEqual(tagsOf('plain'));
  });

  test('has no character in any file that a terminal obeys', () => {
    for (const [name, content] of documents(withText(text), metaOf(text))) {
      expect(content.replaceAll('\n', ''), name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u);
    }
  });

  test('cannot colour the terminal or break a line of it', () => {
    for (const show of [summary, stockSummary]) {
      const shown = show(withText(text), metaOf(text), text, { width: 80, colour: false });
      expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u);
      const coloured = show(withText(text), metaOf(text), text, { width: 80, colour: true });
      expect(coloured.replace(/\u001b\[(?:0|1|2|31|32|33)m/gu, '')).toBe(shown);
    }
    const shown = diagnostics(withText(text).issues, new Map([[text, `x\n${text}`]]), { colour: false, width: 80 });
    expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u);
  });
});

import fc from 'fast-check';
import type { Nodes, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { markdownText, terminalText } from '../../src/report/escape.ts';
import { jsonText } from '../../src/report/json-text.ts';
import { textWidth } from '../../src/report/text-width.ts';

const parse = (text: string) => unified().use(remarkParse).use(remarkGfm).parse(text);

const kinds = (node: Nodes): string[] => [node.type, ...('children' in node ? node.children.flatMap(kinds) : [])];

/** Pieces that mean something to Markdown, to a terminal or to a spreadsheet, and plain text between them. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '|',
        '\\',
        '`',
        '``',
        '*',
        '**',
        '_',
        '[x](y)',
        '![',
        '<b>',
        '</',
        '<!--',
        '#',
        '~',
        '~~',
        '{{x}}',
        '&lt;',
      ),
      fc.constantFrom(
        'http://',
        'https://e.vil',
        'www.',
        'www',
        'a@b.co',
        '@',
        'mailto:',
        '\n',
        '\r\n',
        '\t',
        '- ',
        '1. ',
        '> ',
      ),
      fc.constantFrom(
        '=',
        '+',
        '---',
        '===',
        '\u001b[31m',
        '\u0007',
        '\b',
        '\u009b',
        '\u202e',
        '\u200b',
        '\ufeff',
        '\u2028',
        '[^1]',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom('a', 'Materials', '1', ' ', '.', ':', '/'),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

const CONTROL = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

describe('markdownText', () => {
  test('is plain text of one paragraph, wherever it stands', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = markdownText(text);
        for (const around of [
          (inner: string) => inner,
          (inner: string) => `x ${inner}.`,
          (inner: string) => `(${inner})`,
        ]) {
          const tree = parse(around(escaped));
          expect(kinds(tree).filter((kind) => !['root', 'paragraph', 'text'].includes(kind))).toEqual([]);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('cannot end a table cell or add a row', () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const tree = parse(`| A | B |\n| :-- | --: |\n| ${markdownText(a)} | ${markdownText(b)} |\n\nafter`);
        const table = tree.children[0] as Table;
        expect(tree.children.map(({ type }) => type)).toEqual(['table', 'paragraph']);
        expect(table.children.map((row) => row.children.length)).toEqual([2, 2]);
        const inside = kinds(table).filter((kind) => !['table', 'tableRow', 'tableCell', 'text'].includes(kind));
        expect(inside).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test('is one item of a list', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const tree = parse(`- ${markdownText(text)}\n- end`);
        expect(kinds(tree).filter((kind) => kind === 'list' || kind === 'heading' || kind === 'html')).toEqual([
          'list',
        ]);
      }),
      { numRuns: 2000 },
    );
  });

  test('keeps what was written readable', () => {
    const plain = [
      'Reduce Materials from 46.8% to 25%',
      'a_b c*d [e] `f` <g> | h \\ i',
      'AT&T & Co. &amp; 100%',
      'x ~ y',
    ];
    for (const text of plain) expect(toString(parse(markdownText(text)))).toBe(text);
  });

  test('disarms what a spreadsheet would run and what a template engine would fill', () => {
    expect(markdownText('=1+1')).toBe("'=1+1");
    expect(markdownText('@SUM(A1)')).toBe("'@SUM(A1)");
    expect(markdownText('{{x}}')).not.toContain('{{');
  });
});

describe('terminalText', () => {
  test('leaves no character that a terminal obeys or hides', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(terminalText(text)).not.toMatch(CONTROL);
      }),
      { numRuns: 3000 },
    );
  });

  test('shows what was there', () => {
    expect(terminalText('a\u001b[31mb\u0007\u009bc')).toBe('a␛[31mb␇�c');
    expect(terminalText('x\u202ey\u200bz\r\nw')).toBe('x�yz w');
    expect(terminalText('日本 é ⚠\ufe0f')).toBe('日本 é ⚠');
  });
});

/** Every character of the basic plane, each between two letters. */
const CHARACTERS = Array.from({ length: 0x10000 }, (_, code) => `a${String.fromCharCode(code)}b`);

describe('the short way for plain texts', () => {
  test('gives for every character what the long way gives', () => {
    // A zero-width space forces the long way and is left out by it.
    const differing = CHARACTERS.filter((text) => terminalText(text) !== terminalText(`${text}\u200b`));
    expect(differing).toEqual([]);
    const escaped = CHARACTERS.filter(
      (text) => jsonText(`${text}\u200b`) !== jsonText(text).replace(/"\n$/u, '\\u200b"\n'),
    );
    expect(escaped).toEqual([]);
    expect(CHARACTERS.filter((text) => textWidth(`${text}\u0300`) !== textWidth(text))).toEqual([]);
  });

  test('gives for Markdown what the long way gives', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ maxLength: 12 })), (raw) => {
        const text = terminalText(raw);
        fc.pre(!/^\d{1,9}[.)]$/u.test(text));
        // What needs an escape forces the long way.
        expect(markdownText(`${text}~`)).toBe(`${markdownText(text)}\\~`);
      }),
      { numRuns: 3000 },
    );
  });
});

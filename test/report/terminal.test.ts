import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { documents } from '../../src/report/documents.ts';
import { diagnostics } from '../../src/report/diagnostics.ts';
import { sourceExcerpt } from '../../src/report/source-excerpt.ts';
import { stockSummary } from '../../src/report/stock-summary.ts';
import { summary } from '../../src/report/summary.ts';
import { textWidth } from '../../src/report/text-width.ts';
import { wrap } from '../../src/report/wrap.ts';
import { CONSTRAINT_ORDER } from '../../src/report/constraint-line.ts';
import { CONSTRAINTS } from '../../src/validate/registry.ts';
import { at, CRITERIA_FAILED, meta, percent, recommendation, withEscalation } from './example.ts';

vi.mock('../../src/report/compiled-templates.js', async (original) =>
  (await import('./example-words.ts')).withExampleWords(original as never),
);

const FOLDER = 'plans/3f9ac04b12de';
const rejected = recommendation({
  workflow: 'validate-stock',
  trades: [],
  stockValidations: [{ ...CRITERIA_FAILED, largestPassing: percent('4.25') }],
});
const cases = { safe: recommendation(), conditional: withEscalation(recommendation()), rejected };

describe.each(Object.entries(cases))('the summary of a %s plan', (_, plan) => {
  test.each([60, 80, 100, 120])('fits into %i columns', (width) => {
    for (const show of [summary, stockSummary]) {
      const lines = show(plan, meta, FOLDER, { width, colour: false }).split('\n');
      expect(lines.filter((line) => textWidth(line) > width)).toEqual([]);
      expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
    }
  });

  test('names every file that was written', () => {
    const shown = summary(plan, meta, FOLDER, { width: 100, colour: false });
    const named = [...shown.matchAll(/^ {2}(\w+\.(?:md|html|json)) /gmu)].map((match) => match[1] ?? '');
    expect(named.sort()).toEqual([...documents(plan, meta).keys()].sort());
  });
});

describe('the summary', () => {
  test('says the verdict first, then what to do', () => {
    const [first, , third] = summary(cases.safe, meta, FOLDER, { width: 100, colour: false }).split('\n');
    expect(first).toBe('SAFE: 4 orders to enter, 1 note (plan 3f9ac04b12de)');
    expect(third).toBe('What to do now');
  });

  test('has a line for every constraint, also for one without a subject', () => {
    expect(CONSTRAINT_ORDER).toEqual(CONSTRAINTS.map(({ id }) => id));
    const shown = summary(rejected, meta, FOLDER, { width: 120, colour: false });
    expect(shown).toContain('no symbol is restricted');
    expect(shown).toContain('there are no orders');
  });

  test('tells a rejected pick the largest allocation that would pass', () => {
    const shown = stockSummary(rejected, meta, FOLDER, { width: 100, colour: false });
    expect(shown).toContain('REJECTED: TSLA (tsla.json) fails conviction, position size and regime alignment');
    expect(shown).toContain('The largest allocation that would pass is 4.25%.');
  });
});

describe('diagnostics', () => {
  const detail = { what: 'the total', text: '$5', other: '$6' };
  const sources = new Map([['Portfolio.md', 'first\n| NEM | 5,5 | Materials |\nlast']]);

  test('say where, show the line, and what is, should be and is to do, in the order of the document', () => {
    const issues = [
      { code: 'example', level: 'approve', detail, place: at(9) },
      { code: 'example', level: 'block', detail, place: { file: 'Portfolio.md', line: 2, column: 9 } },
      { code: 'example', level: 'note', detail },
    ] as const;
    expect(diagnostics(issues, sources, { colour: false })).toBe(
      [
        'Portfolio.md:2:9 error example',
        '    | NEM | 5,5 | Materials |',
        '            ^',
        '  is      the total says $5.',
        '  should  It should say $6.',
        '  do      Correct the total.',
        '',
        'Portfolio.md:9:3 warning example',
        '  is      the total says $5.',
        '  should  It should say $6.',
        '  do      Correct the total.',
        '',
        'note example',
        '  is      the total says $5.',
        '  should  It should say $6.',
        '  do      Correct the total.',
        '',
      ].join('\n'),
    );
  });

  test('put the caret under the character, whatever stands before it', () => {
    const noise = fc.string({
      unit: fc.constantFrom('a', ' ', '\t', '日', 'é', '\u001b', '\u200b', '\u202e', '👍', 'e\u0301'),
      maxLength: 80,
    });
    fc.assert(
      fc.property(noise, noise, fc.integer({ min: 20, max: 90 }), (before, after, width) => {
        const { line, caret } = sourceExcerpt(`${before}§${after}`, before.length + 1, width);
        const shown = Array.from(line);
        expect(textWidth(shown.slice(0, shown.indexOf('§')).join(''))).toBe(caret);
        expect(textWidth(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 2000 },
    );
  });
});

test('wrap keeps every character and the width', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'bb', ' ', '日'), maxLength: 60 }),
      fc.integer({ min: 2, max: 20 }),
      (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(lines.filter((line) => textWidth(line) > width)).toEqual([]);
      },
    ),
  );
});

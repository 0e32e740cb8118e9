// What is told where: nothing twice without need, and nothing not at all.
import { describe, expect, test, vi } from 'vitest';
import type { Issue } from '../../src/model/issue.ts';
import type { Recommendation } from '../../src/model/recommendation.ts';
import { documents } from '../../src/report/documents.ts';
import { issueWords } from '../../src/report/issue-words.ts';
import { planDocument } from '../../src/report/plan-json.ts';
import { priceBounds } from '../../src/report/price-bounds.ts';
import { stockSummary } from '../../src/report/stock-summary.ts';
import { price } from '../../src/model/units.ts';
import { at, CRITERIA_FAILED, meta, percent, ratio, recommendation, ticker, trade, usd } from './example.ts';

vi.mock('../../src/report/compiled-templates.js', async (original) =>
  (await import('./example-words.ts')).withExampleWords(original as never),
);

const report = (from: Recommendation): string => documents(from, meta).get('report.md') ?? '';
const section = (from: Recommendation, heading: string): string =>
  report(from)
    .split(/^## /mu)
    .find((part) => part.startsWith(heading)) ?? '';
const detail = (what: string) => ({ what, text: '$5', other: '$6' });
const duplicate: Issue = {
  code: 'duplicate-ticker',
  level: 'note',
  subject: 'NEM',
  detail: { subject: 'NEM', shares: '2', rows: [] },
};

describe('an issue', () => {
  test.each(['note', 'approve', 'block'] as const)('of level %s is in the report, whatever its code', (level) => {
    const issues: readonly Issue[] = [
      { code: 'example', level, detail: detail('the nameless'), place: at(4) },
      { code: 'example', level, detail: detail('the second'), subject: 'XOM' },
      { ...duplicate, level },
    ];
    for (const workflow of ['rebalance', 'validate-stock'] as const) {
      for (const trades of [undefined, []]) {
        const text = report(recommendation({ issues, workflow, ...(trades === undefined ? {} : { trades }) }));
        for (const issue of issues) expect(text).toContain(issueWords(issue).is.slice(1).replace(/\.$/u, ''));
      }
    }
  });

  test('is in the table of documents against computation only when it is about that', () => {
    const issues: readonly Issue[] = [{ code: 'example', level: 'approve', detail: detail('the plan') }, duplicate];
    const table = section(recommendation({ issues }), 'What the documents say');
    expect(table).toContain('NEM stands in several rows');
    expect(table).not.toContain('the plan');
  });

  test('of the same gravity stands in the order of the document', () => {
    const lines = [31, 4, 12];
    const issues = [
      { code: 'example', level: 'note', detail: detail('all') } as const,
      ...lines.map((line) => ({ code: 'example', level: 'note', detail: detail('x'), place: at(line) }) as const),
    ];
    const places = planDocument(recommendation({ issues }), meta).reasons.map(({ source }) => source);
    expect(places).toEqual(['Portfolio.md:4:3', 'Portfolio.md:12:3', 'Portfolio.md:31:3', undefined, undefined]);
  });
});

describe('what was understood', () => {
  const [directive] = recommendation().directives;
  const with_ = (own: Partial<NonNullable<typeof directive>>): string =>
    section(recommendation({ directives: [{ ...directive!, ...own }] }), 'What was understood');

  test('rounds a target that no line states', () => {
    const { target: _, from: __, ...held } = directive!.directive as never as Record<string, unknown>;
    const hold = { directive: held as never, action: 'HOLD', current: ratio('22.31435'), target: ratio('22.31435') };
    expect(with_(hold as never)).toMatch(/\| HOLD +\| +\| +22\.31% \| +22\.31% \|/u);
    const stated = { ...directive!.directive, target: percent('17.325') } as never;
    expect(with_({ directive: stated, target: ratio('17.325') })).toContain('17.325%');
    expect(with_({ target: ratio('17.325') })).not.toContain('17.325%'); // converted from another basis
  });

  test('calls a target of cash a floor', () => {
    const cash = { ...directive!.directive, kind: 'cash', id: 'cash', target: percent('5') } as never;
    expect(with_({ directive: cash, action: 'HOLD', subject: 'Cash' })).toContain('| cash floor |');
  });

  test('puts both lines of a contradiction among those that contradict', () => {
    const conflict: Issue = {
      code: 'directive-conflict',
      level: 'block',
      place: at(40),
      detail: { subject: 'Materials', target: '8%', otherTarget: '25%', other: 'Portfolio.md:30:3', text: 'x' },
    };
    const accounting = [
      { place: at(30), text: 'first line', class: 'directive' },
      { place: at(40), text: 'second line', class: 'conflict', reason: 'directive-conflict' },
    ] as const;
    const text = section(recommendation({ accounting, issues: [conflict], trades: [] }), 'What was understood');
    expect(text).toContain('2 lines look like instructions: 0 understood, 2 need your decision.');
    expect(text).not.toContain('Dollars to move');
    expect(text.match(/contradicts another line/gu)).toHaveLength(2);
    expect(report(recommendation({ accounting, issues: [conflict], trades: [] }))).not.toContain('How close the plan');
  });
});

test('several picks are judged apart, each on the account as it is', () => {
  const rejected = recommendation({ workflow: 'validate-stock', trades: [], stockValidations: [CRITERIA_FAILED] });
  const layout = { width: 100, colour: false };
  const shown = [0, 1].map((index) => stockSummary(rejected, meta, 'plans/x', layout, { index, count: 2 }));
  expect(shown[1]).toBe(`\n${shown[0] ?? ''}`);
  expect(shown[0]).toContain('as if no other pick were bought');
  expect(stockSummary(rejected, meta, 'plans/x', layout)).not.toContain('as if no other pick');
});

test('what cannot be approved is said with what to do about it', () => {
  const issue: Issue = { code: 'example', level: 'approve', detail: detail('the price') };
  const text = section(recommendation({ issues: [issue], trades: [], verdict: 'CONDITIONAL' }), 'What to do now');
  expect(text).toContain('1. **Enter nothing: there are no orders.** Do this, then run `po` again: Correct the price.');
});

describe('the bounds of a price', () => {
  const buy = trade('BUY', 'MSFT', 'Technology', '1', '100');
  const sell = trade('SELL', 'MSFT', 'Technology', '1', '100');
  const cent = (dollars: number) => price(BigInt(dollars) * 10_000n);

  test('are shown where they are near, each from its side of the limit', () => {
    const range = { lowest: cent(80), highest: cent(120) };
    expect(priceBounds(range, buy)).toEqual({ stop: '$80.00', near: '$120.00' });
    expect(priceBounds(range, sell)).toEqual({ stop: '$120.00', near: '$80.00' });
    const farther = { lowest: cent(50), highest: cent(121) };
    expect(priceBounds(farther, buy)).toEqual({ stop: '$50.00', near: undefined });
    expect(priceBounds({ lowest: cent(79), highest: cent(151) }, sell)).toEqual({ stop: undefined, near: undefined });
    expect(priceBounds({ lowest: cent(49) }, buy)).toEqual({ stop: undefined, near: undefined });
  });

  test('are never beyond the limit that is typed', () => {
    const odd = trade('BUY', 'MSFT', 'Technology', '1', '100.0051');
    expect(priceBounds({ lowest: odd.price, highest: odd.price }, odd)).toEqual({ stop: '$100.00', near: '$100.0051' });
    expect(priceBounds({ highest: cent(100) }, buy).near).toBeUndefined();
  });
});

test('unfilled amounts and small trades of a plan without orders are told', () => {
  const plan = {
    unfilled: [{ subject: 'Energy', directive: 'd', value: usd('12.5'), reason: 'example' }],
    suppressed: [{ ticker: ticker('XOM'), side: 'BUY', value: usd('99'), reason: 'example' }],
  } as const;
  const text = section(recommendation({ trades: [], plan }), 'What was not traded, and why');
  expect(text).toContain('$12.50 of Energy could not be filled');
  expect(text).toContain('BUY XOM for $99.00 was too small');
});

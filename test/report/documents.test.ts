import { describe, expect, test, vi } from 'vitest';
import type { Recommendation } from '../../src/model/recommendation.ts';
import { documents } from '../../src/report/documents.ts';
import { at, CRITERIA_FAILED, holding, meta, recommendation, trade, usd, withEscalation } from './example.ts';

vi.mock('../../src/report/compiled-templates.js', async (original) =>
  (await import('./example-words.ts')).withExampleWords(original as never),
);

const file = (from: Recommendation, name: string): string => documents(from, meta).get(name) ?? '';
const guide = (from: Recommendation): string => file(from, 'execution_guide.md');
const headings = (text: string): readonly string[] => [...text.matchAll(/^#+ (.*)$/gmu)].map((match) => match[1] ?? '');
const detail = { what: 'the total', text: '$5', other: '$6' };

const blocked = recommendation({ issues: [{ code: 'example', level: 'block', detail, place: at(5) }] });
const idle = recommendation({
  holdings: [holding('NEM', 'Materials', '10', '100'), holding('AAPL', 'Technology', '10', '100')],
  cash: usd('6000'),
  trades: [],
});

describe('the execution guide', () => {
  test('goes from the sales over the gate to the purchases and the checklist', () => {
    expect(headings(guide(recommendation()))).toEqual([
      'Execution guide: SAFE, 4 orders',
      'Before you start',
      'Phase 1: sell',
      'Order 1 of 4: sell 1,100 KGC',
      'Order 2 of 4: sell 222 NEM',
      'Gate: before the first purchase',
      'Phase 2: buy',
      'Order 3 of 4: buy 48 MSFT',
      'Order 4 of 4: buy 22 LLY',
      'Afterwards',
    ]);
  });

  test('has a ticket in the order of the broker’s fields, with figures as they are typed', () => {
    const text = guide(recommendation());
    expect(text).toContain('| Symbol | Action | Quantity | Price type | Limit price | Term         |');
    expect(text).toContain('| KGC    | Sell   |     1100 | Limit      |       29.02 | Good for Day |');
    expect(text).toContain('| NEM    | Sell   |      222 | Limit      |      104.12 | Good for Day |');
    expect(text).toContain("Brings in at least $23,113.55 at the plan's price of $104.1151.");
  });

  test('says when to go and when to stop', () => {
    const text = guide(recommendation());
    expect(text).toContain(
      '- **Go** while the quote is at the limit of $29.02 or above. Below the limit the order waits.\n',
    );
    expect(text).toContain(
      '- **Go** while the quote is between $400.00 and the limit of $478.11 and cash is $35,449.28 or more ' +
        '(its cost and the floor). Above the limit the order waits. **Below $400.00, or with less cash: stop.**',
    );
    expect(text).toContain(
      '- **Go** while the quote is at the limit of $1,085.19 or below and cash is $36,374.18 or more (its cost and the ' +
        'floor). Above the limit the order waits. The plan would keep its verdict up to $1,200.00, but do not raise the ' +
        'limit: run `po` again at the new price. **With less cash: stop.**',
    );
    expect(text).toContain('at least **$59,323.46**. Expected: $61,235.65.');
  });

  test('says of a fraction that it is the whole position', () => {
    const text = guide(recommendation({ trades: [trade('SELL', 'PG', 'Consumer Staples', '200.345', '140.1234')] }));
    expect(text).toContain('| PG     | Sell   |  200.345 | Limit      |      140.13 | Good for Day |');
    expect(text).toContain(
      '200.345 is the whole position. If the order form takes whole shares only, enter 200; sell the rest of 0.345',
    );
  });

  test('of a plan that needs approval says so before anything else', () => {
    const [title, , first] = guide(
      withEscalation(recommendation({ issues: [{ code: 'example', level: 'approve', detail }] })),
    ).split('\n');
    expect(title).toBe('# Execution guide: CONDITIONAL, wait for approval');
    expect(first).toContain(
      '**Do not enter any of these orders before Master-Architect has approved them (within 30 minutes).**',
    );
  });

  test('of a plan that is blocked, rejected or idle has no ticket', () => {
    const rejected = recommendation({ workflow: 'validate-stock', trades: [], stockValidations: [CRITERIA_FAILED] });
    for (const plan of [blocked, rejected, idle]) expect(guide(plan)).not.toContain('Price type');
    expect(headings(guide(blocked))).toEqual(['Execution guide: BLOCKED, enter nothing']);
    expect(headings(guide(rejected))).toEqual(['Execution guide: REJECTED, nothing to enter']);
    expect(headings(guide(idle))).toEqual(['Execution guide: SAFE, nothing to enter']);
  });
});

describe('the report', () => {
  const parts = (from: Recommendation) =>
    [...file(from, 'report.md').matchAll(/^## (.*)$/gmu)].map((match) => match[1]);

  test('has its parts in their order', () => {
    const full = recommendation({
      issues: [
        { code: 'example', level: 'note', detail },
        { code: 'duplicate-ticker', level: 'note', subject: 'NEM', detail: { subject: 'NEM', shares: '2', rows: [] } },
      ],
      stockValidations: [CRITERIA_FAILED],
    });
    expect(parts(full)).toEqual([
      'What to do now',
      'The orders',
      'Notes',
      'Allocation before and after',
      'The limits',
      'Cash after each order',
      'What was understood, and what was not',
      'What the documents say against what was computed',
      'Picks',
      'Why these trades and not others',
      'Where this comes from',
    ]);
  });

  test('leaves out a part that has nothing to say', () => {
    expect(parts({ ...idle, accounting: [], directives: [], residuals: [] })).toEqual([
      'What to do now',
      'Allocation',
      'The limits',
      'Where this comes from',
    ]);
  });

  test('warns against the orders of a plan that is blocked', () => {
    expect(parts(blocked)).toContain('The orders that were judged: do not enter them');
  });

  test('shows every subject of every constraint', () => {
    const plan = recommendation();
    const text = file(plan, 'report.md');
    const rows =
      text.slice(text.indexOf('## The limits'), text.indexOf('## Cash after each order')).match(/^\| \S+.*\|$/gmu) ??
      [];
    const measured = new Set(plan.findings.map(({ constraint }) => constraint)).size;
    expect(rows.filter((row) => !row.startsWith('| Subject') && !row.startsWith('| :-'))).toHaveLength(
      plan.findings.length,
    );
    expect(rows.filter((row) => row.startsWith('| Subject'))).toHaveLength(measured);
  });
});

describe('the words', () => {
  test('of a breach say what is measured, the limit, and whether the plan caused it', () => {
    const over = recommendation({ trades: [trade('BUY', 'XOM', 'Energy', '50', '122.91')], cash: usd('6200.10') });
    const messages = JSON.parse(file(over, 'plan.json')) as { reasons: { message: string }[] };
    expect(messages.reasons.map(({ message }) => message)).toEqual([
      'Cash would be 0.02% of the account at the end (now 2.64%), 4.98 points ($11,673.75) short of the minimum of 5%; this was so before the plan, which makes it worse.',
      'After order 1 (BUY XOM) cash would be 0.02% of the account, 4.98 points ($11,673.75) short of the 5% that must remain at that moment; this was so before the plan, which makes it worse.',
      'The position XOM would be 15.72% of the account (now 13.10%), 0.72 points ($1,687.96) above the limit of 15% for one position; the plan causes this.',
      'Materials is 50.35% of the account, 10.35 points ($24,274.00) above its cap of 40%; this was so before the plan, which neither caused nor changes it.',
    ]);
  });
});

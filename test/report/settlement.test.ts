// The phases of the guide by the kind of account.
import { describe, expect, test, vi } from 'vitest';
import type { Settlement } from '../../src/model/recommendation.ts';
import { executionGuide } from '../../src/report/execution-guide.ts';
import { waitingOrders } from '../../src/report/waiting-orders.ts';
import { meta, recommendation } from './example.ts';

vi.mock('../../src/report/compiled-templates.js', async (original) =>
  (await import('./example-words.ts')).withExampleWords(original as never),
);

const DAYS = { trades: '2026-01-09', settles: '2026-01-12' };
const guide = (settlement?: Settlement): string =>
  executionGuide(recommendation(settlement === undefined ? {} : { settlement }), meta);

const headings = (text: string): readonly string[] =>
  [...text.matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading).filter((heading) => /phase|buy/i.test(heading));

const buys = recommendation().rehearsal.steps.flatMap(({ trade }, at) => (trade.side === 'BUY' ? [at + 1] : []));

describe('the guide', () => {
  test('of a cash account buys with settled cash first, and the rest on the day of settlement', () => {
    expect(buys.length).toBeGreaterThan(1);
    const text = guide({ account: 'cash', ...DAYS, paid: 1 });
    expect(headings(text)).toEqual([
      'Phase 1: sell',
      'Phase 2: buy today, with settled cash',
      'Phase 3: buy on 2026-01-12 or later',
    ]);
    const after = text.slice(text.indexOf('## Phase 3'));
    expect([...after.matchAll(/^### Order (\d+)/gm)].map(([, seq]) => Number(seq))).toEqual(buys.slice(1));
  });

  test('of a cash account whose cash pays nothing has no purchase today', () => {
    expect(headings(guide({ account: 'cash', ...DAYS, paid: 0 }))).toEqual([
      'Phase 1: sell',
      'Phase 2: buy on 2026-01-12 or later',
    ]);
  });

  test.each([
    undefined,
    { account: 'margin', ...DAYS, paid: 0 },
    { account: 'cash', ...DAYS, paid: buys.length },
  ] as const)('has two phases in %o', (settlement) => {
    expect(headings(guide(settlement))).toEqual(['Phase 1: sell', 'Phase 2: buy']);
  });

  test('explains good-faith violations, but not to a margin account', () => {
    const warns = (settlement?: Settlement): boolean => /good-faith violation/i.test(guide(settlement));
    expect([
      warns(),
      warns({ account: 'cash', ...DAYS, paid: 0 }),
      warns({ account: 'margin', ...DAYS, paid: 0 }),
    ]).toEqual([true, true, false]);
  });

  test('lets nothing wait but purchases of a cash account', () => {
    const waits = (settlement: Settlement) => waitingOrders(recommendation({ settlement }));
    expect(waits({ account: 'margin', ...DAYS, paid: 0 })).toEqual([]);
    expect(waits({ account: 'cash', ...DAYS, paid: 0 })).toEqual(buys);
  });
});

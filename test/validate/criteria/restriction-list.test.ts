import { describe, expect, it } from 'vitest';
import { restriction, ticker } from '../../account.ts';
import { failed, judged, resultOf } from './pick-judged.ts';

describe('restriction_list: no restriction in force forbids the purchase', () => {
  it.each([
    ['no restriction', [], 'passed false of false'],
    ['another ticker', [restriction('TSLA')], 'passed false of false'],
    ['both sides', [restriction('NVDA')], 'failed true of false'],
    ['purchases', [restriction('NVDA', { scope: 'buy' })], 'failed true of false'],
    ['sales only do not forbid a purchase', [restriction('NVDA', { scope: 'sell' })], 'passed false of false'],
    [
      'one of several',
      [restriction('NVDA', { scope: 'sell' }), restriction('NVDA', { scope: 'buy' })],
      'failed true of false',
    ],
    ['until the day of the plan', [restriction('NVDA', { until: '2026-01-08' })], 'failed true of false'],
    ['until the day before', [restriction('NVDA', { until: '2026-01-07' })], 'passed false of false'],
  ] as const)('%s', (_, restrictions, result) => {
    expect(resultOf(judged('5', {}, { restrictions }), 'restriction_list')).toBe(result);
  });

  it('knows a share class in any spelling, and rejects for nothing else', () => {
    const validation = judged('5', { ticker: ticker('BRK/B') }, { restrictions: [restriction('BRK-B')] });
    expect([validation.status, failed(validation)]).toEqual(['REJECTED', ['restriction_list']]);
  });
});

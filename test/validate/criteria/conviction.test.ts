import { describe, expect, it } from 'vitest';
import { pct } from '../../account.ts';
import { failed, judged, resultOf } from './pick-judged.ts';

const outcome = (conviction: string, section = {}) => {
  const validation = judged('5', { conviction: pct(conviction) }, { limits: section });
  return [validation.status, resultOf(validation, 'conviction'), failed(validation)];
};

describe('conviction: at least 65', () => {
  it.each([
    ['64.999999', 'REJECTED', 'failed 64.999999 of 65', ['conviction']],
    ['65', 'APPROVED_FOR_PO', 'passed 65 of 65', []],
    ['65.000001', 'APPROVED_FOR_PO', 'passed 65.000001 of 65', []],
    ['0', 'REJECTED', 'failed 0 of 65', ['conviction']],
    ['100', 'APPROVED_FOR_PO', 'passed 100 of 65', []],
  ])('%s', (conviction, ...expected) => {
    expect(outcome(conviction)).toEqual(expected);
  });

  it.each([
    [74, '74', 'APPROVED_FOR_PO'],
    [74.5, '74.499999', 'REJECTED'],
    [0, '0', 'APPROVED_FOR_PO'],
  ])('min_conviction %s: %s', (min_conviction, conviction, status) => {
    expect(outcome(conviction, { min_conviction })[0]).toBe(status);
  });

  it('is told with the outcome', () => {
    expect(judged('5', { conviction: pct('74') })).toMatchObject({
      ticker: 'NVDA',
      file: 'nvda.json',
      conviction: 74_000_000n,
    });
  });
});

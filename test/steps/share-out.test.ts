import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactOf, writeDecimal } from '../../src/model/units.ts';
import { shareOut } from '../../src/steps/1b-share-out.ts';
import { usd } from '../account.ts';

const out = (amount: string, ...claimants: readonly (readonly [number, string])[]) =>
  shareOut(
    exactOf(usd(amount)),
    claimants.map(([part, room]) => ({ part: BigInt(part), room: exactOf(usd(room)) })),
  ).map((given) => writeDecimal(given, 10, 2));

describe('shareOut', () => {
  it('shares in proportion', () => {
    expect(out('100', [1, '999'], [1, '999'], [2, '999'])).toEqual(['25.00', '25.00', '50.00']);
  });

  it('rounds down to the last unit', () => {
    expect(out('100', [1, '999'], [1, '999'], [1, '999'])).toEqual(['33.3333333333', '33.3333333333', '33.3333333333']);
  });

  it.each([
    [
      'to the others',
      '90',
      [
        [1, '10'],
        [1, '999'],
        [1, '999'],
      ],
      ['10.00', '40.00', '40.00'],
    ],
    [
      'again, where that fills the next',
      '90',
      [
        [1, '10'],
        [1, '35'],
        [1, '999'],
      ],
      ['10.00', '35.00', '45.00'],
    ],
    [
      'in proportion to their parts',
      '100',
      [
        [2, '10'],
        [2, '999'],
        [1, '999'],
      ],
      ['10.00', '60.00', '30.00'],
    ],
    [
      'to nobody: it is left over',
      '90',
      [
        [1, '10'],
        [1, '20'],
      ],
      ['10.00', '20.00'],
    ],
    [
      'only what is beyond the room: at the room there is none',
      '30',
      [
        [1, '10'],
        [1, '10'],
        [1, '10'],
      ],
      ['10.00', '10.00', '10.00'],
    ],
  ] as const)('what is beyond the room of one goes %s', (_, amount, claimants, expected) => {
    expect(out(amount, ...claimants)).toEqual(expected);
  });

  it.each([
    [
      'no room',
      '90',
      [
        [1, '0'],
        [1, '999'],
      ],
      ['0.00', '90.00'],
    ],
    [
      'no part',
      '90',
      [
        [0, '999'],
        [1, '999'],
      ],
      ['0.00', '90.00'],
    ],
    ['no parts at all', '90', [[0, '999']], ['0.00']],
    ['nothing to share', '0', [[1, '999']], ['0.00']],
    ['less than nothing', '-5', [[1, '999']], ['0.00']],
    ['nobody', '90', [], []],
  ] as const)('%s', (_, amount, claimants, expected) => {
    expect(out(amount, ...claimants)).toEqual(expected);
  });

  it('never gives more than there is, nor more than the room, and leaves cents at most while there is room', () => {
    const money = fc.bigInt({ min: 0n, max: 10_000_000n });
    const claimant = fc.record({ part: fc.bigInt({ min: 1n, max: 1000n }), room: money });
    fc.assert(
      fc.property(money, fc.array(claimant, { maxLength: 6 }), (amount, claimants) => {
        const given = shareOut(amount as never, claimants as never);
        const left = amount - given.reduce((sum: bigint, one) => sum + one, 0n);
        const open = claimants.some(({ room }, index) => (given[index] ?? 0n) < room);
        expect(claimants.every(({ room }, index) => (given[index] ?? 0n) <= room)).toBe(true);
        expect(left >= 0n).toBe(true);
        expect(open && left >= BigInt(claimants.length)).toBe(false);
      }),
    );
  });
});

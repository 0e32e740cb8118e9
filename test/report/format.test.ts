import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRatios, type Ratio } from '../../src/model/ratio.ts';
import { price } from '../../src/model/units.ts';
import { limitPrice } from '../../src/model/limit-price.ts';
import { changeText, limitText, pctFigure, pctText, pointsText } from '../../src/report/format.ts';
import { dollarsNumber, pctNumber } from '../../src/report/json-number.ts';
import { ratio, usd } from './example.ts';

const LIMIT = ratio('40');
const justOver: Ratio = { num: 40_000_000_001n, den: 100_000_000_000n };
const justUnder: Ratio = { num: 39_999_999_999n, den: 100_000_000_000n };

describe('a figure beside its limit', () => {
  test('is rounded where that says the truth', () => {
    expect(pctText(ratio('46.8049'), { decimals: 2, limit: LIMIT })).toBe('46.80%');
    expect(pctText(LIMIT, { decimals: 2, limit: LIMIT })).toBe('40.00%');
  });

  test('gets more decimals where rounding would make it equal to the limit', () => {
    expect(pctText(ratio('40.001'), { decimals: 2, limit: LIMIT })).toBe('40.001%');
    expect(pctText(justOver, { decimals: 2, limit: LIMIT })).toBe('40.000000001%');
    expect(pctText(justUnder, { decimals: 2, limit: LIMIT })).toBe('39.999999999%');
    expect(pctText(ratio('7.9996'), { decimals: 2, limit: ratio('5'), warning: ratio('8') })).toBe('7.9996%');
  });

  test('in JSON is the next figure on its true side', () => {
    expect([pctNumber(justOver, LIMIT), pctNumber(LIMIT, LIMIT), pctNumber(justUnder, LIMIT)]).toEqual([
      40.0001, 40, 39.9999,
    ]);
    expect(pctNumber({ num: -1n, den: 10n ** 15n }, ratio('0'))).toBe(-0.0001);
  });

  test('is never printed on the wrong side', () => {
    const anyRatio = fc
      .tuple(fc.bigInt(-(10n ** 14n), 10n ** 14n), fc.bigInt(10n ** 6n, 10n ** 12n))
      .map(([num, den]): Ratio => ({ num, den }));
    const near = fc.tuple(anyRatio, fc.bigInt(-50n, 50n)).map(([limit, step]) => {
      const den = limit.den * 10n ** 9n;
      return [{ num: limit.num * 10n ** 9n + step, den }, limit] as const;
    });
    fc.assert(
      fc.property(fc.oneof(near, fc.tuple(anyRatio, anyRatio)), ([value, limit]) => {
        const truth = Math.sign(compareRatios(value, limit));
        expect(Math.sign(pctNumber(value, limit) - pctNumber(limit))).toBe(truth);
        const figure = pctFigure(value, { decimals: 2, limit });
        const decimals = figure.split('.')[1]?.length ?? 0;
        const beside = pctFigure(limit, { decimals });
        expect(figure === beside).toBe(truth === 0);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('figures', () => {
  test('limits are written as people write them', () => {
    expect([limitText(LIMIT, LIMIT), limitText(ratio('7.5'), LIMIT)]).toEqual(['40%', '7.5%']);
    expect(limitText({ num: 1n, den: 3n }, LIMIT)).toBe('33.33%');
  });

  test('changes say their direction', () => {
    expect([changeText(usd('5')), changeText(usd('-93.4')), changeText(usd('0'))]).toEqual([
      '+$5.00',
      '-$93.40',
      '$0.00',
    ]);
    expect([pointsText(ratio('9.3')), pointsText(ratio('-21.8')), pointsText(ratio('0.0001'))]).toEqual([
      '+9.30 points',
      '-21.80 points',
      '0.00 points',
    ]);
  });

  test('the limit to type is on the tick, in favour of the account', () => {
    expect([limitPrice(price(1_041_151n), 'SELL'), limitPrice(price(1_041_151n), 'BUY')]).toEqual([
      1_041_200n,
      1_041_100n,
    ]);
    expect([limitPrice(price(9_999n), 'SELL'), limitPrice(price(10_000n), 'BUY')]).toEqual([9_999n, 10_000n]);
  });

  test('a JSON number that would not print exactly is a bug, not a rounding', () => {
    expect(dollarsNumber(usd('9007199254740.91'))).toBe(9007199254740.91);
    expect(() => dollarsNumber(usd('1234567890123456.78'))).toThrow(/exactly/u);
  });
});

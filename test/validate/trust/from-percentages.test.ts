import { describe, expect, it } from 'vitest';
import { fromPercentages } from '../../../src/validate/trust/from-percentages.ts';
import { account, pct, stated } from '../../account.ts';
import { documentThat, saidBy, towards } from './claims.ts';

const from = (percent: string) =>
  documentThat({}, { directives: [towards('15', '-50000', { from: stated(pct(percent), 31) })] });

describe('the "from" of a directive is the computed weight: 20 %', () => {
  it.each([
    ['20', []],
    ['20.1', []],
    ['19.9', []],
    ['20.100001', ['from-differs note Portfolio.md:31']],
    ['20.5', ['from-differs note Portfolio.md:31']],
    ['20.500001', ['from-differs approve Portfolio.md:31']],
    ['15', ['from-differs approve Portfolio.md:31']],
    ['25', ['from-differs approve Portfolio.md:31']],
    ['25.000001', ['from-differs block Portfolio.md:31']],
    ['14.999999', ['from-differs block Portfolio.md:31']],
  ])('%s', (percent, expected) => {
    expect(saidBy(fromPercentages, from(percent))).toEqual(expected);
  });

  it('says nothing of a directive that states none', () => {
    expect(saidBy(fromPercentages, documentThat({}, { directives: [towards('15', '-50000')] }))).toEqual([]);
  });
});

describe('a "from" of the invested part', () => {
  it.each(['22.2', '22.3'])('%s needs the word of a person: the target means the same denominator', (percent) => {
    expect(saidBy(fromPercentages, from(percent))).toEqual(['from-of-invested approve Portfolio.md:31']);
  });

  it('needs it also where the difference itself would be a note', () => {
    const trust = { silent_points: 0.1, note_points: 4, approve_points: 5 };
    expect(saidBy(fromPercentages, from('22.2'), trust)).toEqual(['from-of-invested approve Portfolio.md:31']);
    expect(saidBy(fromPercentages, from('23'), trust)).toEqual(['from-differs note Portfolio.md:31']);
  });

  it('needs no more than that where the two denominators are far apart', () => {
    expect(saidBy(fromPercentages, from('22.2'), { approve_points: 1 })).toEqual([
      'from-of-invested approve Portfolio.md:31',
    ]);
  });

  it.each([
    ['total', '22.2', ['from-of-invested note Portfolio.md:31']],
    ['total', '20', []],
    ['total', '23', ['from-differs approve Portfolio.md:31']],
    ['invested', '22.2', []],
    ['invested', '20', ['from-differs approve Portfolio.md:31']],
    ['invested', '27.222223', ['from-differs block Portfolio.md:31']],
  ] as const)('with the word "%s": %s', (basis, percent, expected) => {
    expect(saidBy(fromPercentages, { ...from(percent), basis })).toEqual(expected);
  });

  it('is no question for an account of cash', () => {
    const directives = [towards('15', '-50000', { from: stated(pct('30'), 31) })];
    const statements = { ...documentThat({}, { directives }), portfolio: account('1000000', []) };
    expect(saidBy(fromPercentages, statements)).toEqual(['from-differs block Portfolio.md:31']);
  });
});

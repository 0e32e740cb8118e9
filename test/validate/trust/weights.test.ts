import { describe, expect, it } from 'vitest';
import { sectorOf } from '../../../src/model/sector.ts';
import { weights } from '../../../src/validate/trust/weights.ts';
import { limits, pct, stated } from '../../account.ts';
import { documentThat, row, saidBy } from './claims.ts';

/** A row of a fifth of the account that states another weight. */
const rowAt = (weight: string) => documentThat({ rows: [row({ statedWeight: stated(pct(weight), 12) })] });

describe('a stated weight is the weight in the whole account: 20 %', () => {
  it.each([
    ['20', []],
    ['20.1', []],
    ['19.9', []],
    ['20.100001', ['weight-differs note Portfolio.md:12']],
    ['19.899999', ['weight-differs note Portfolio.md:12']],
    ['20.5', ['weight-differs note Portfolio.md:12']],
    ['20.500001', ['weight-differs approve Portfolio.md:12']],
    ['25', ['weight-differs approve Portfolio.md:12']],
    ['25.000001', ['weight-differs block Portfolio.md:12']],
    ['0.2', ['weight-differs block Portfolio.md:12']],
  ])('%s', (weight, expected) => {
    expect(saidBy(weights, rowAt(weight))).toEqual(expected);
  });

  it.each([
    ['cash', { cashPct: [stated(pct('10.6'), 13)] }, ['weight-differs approve Portfolio.md:13']],
    ['cash, right', { cashPct: [stated(pct('10.1'), 13)] }, []],
    [
      'a sector',
      { sectorWeights: [{ sector: sectorOf('Tech'), pct: stated(pct('18'), 14) }] },
      ['weight-differs approve Portfolio.md:14'],
    ],
    ['a sector, right', { sectorWeights: [{ sector: sectorOf('Technology'), pct: stated(pct('20'), 14) }] }, []],
    [
      'a sector that is not held',
      { sectorWeights: [{ sector: sectorOf('Energy'), pct: stated(pct('0.2'), 14) }] },
      ['weight-differs note Portfolio.md:14'],
    ],
  ])('%s', (_, claims, expected) => {
    expect(saidBy(weights, documentThat(claims))).toEqual(expected);
  });

  it('has its tiers in the config', () => {
    const trust = { silent_points: 0, note_points: 0, approve_points: 0 };
    expect(saidBy(weights, rowAt('20.000001'), trust)).toEqual(['weight-differs block Portfolio.md:12']);
    expect(saidBy(weights, rowAt('20'), trust)).toEqual([]);
  });
});

describe('weights of the invested part: 22.22 %', () => {
  it.each(['22.2', '22.3', '22.15', '22.12223'])('%s is told as what it is', (weight) => {
    expect(saidBy(weights, rowAt(weight))).toEqual(['weights-of-invested approve Portfolio.md:12']);
  });

  it.each(['22.12222', '22.323'])('%s is neither', (weight) => {
    expect(saidBy(weights, rowAt(weight))).toEqual(['weight-differs approve Portfolio.md:12']);
  });

  it('is said once, at the first place', () => {
    const rows = [11, 12, 13].map((line) => row({ statedWeight: stated(pct('22.2'), line) }));
    expect(saidBy(weights, documentThat({ rows }))).toEqual(['weights-of-invested approve Portfolio.md:11']);
  });

  it('says both weights', () => {
    const [issue] = weights(rowAt('22.2'), limits().trust);
    expect(issue?.detail).toEqual({
      subject: 'MSFT',
      stated: '22.2%',
      computed: '20%',
      of_part: false,
      other: '22.22%',
      points: '2.2',
      asked: true,
    });
  });
});

describe('the basis of a group of weights', () => {
  /** MSFT at several weights, one a line from 11 on. */
  const rowsAt = (...stating: readonly string[]) =>
    documentThat({ rows: stating.map((weight, index) => row({ statedWeight: stated(pct(weight), 11 + index) })) });

  it.each([
    ['most fit the total', ['20', '20', '22.2'], ['weight-differs approve Portfolio.md:13']],
    ['as many fit the one as the other', ['20', '22.2'], ['weight-differs approve Portfolio.md:12']],
    [
      'most fit the invested part',
      ['22.2', '22.2', '20'],
      ['weight-differs approve Portfolio.md:13', 'weights-of-invested approve Portfolio.md:11'],
    ],
    [
      'the invested part, and one that fits neither',
      ['22.2', '28'],
      ['weight-differs block Portfolio.md:12', 'weights-of-invested approve Portfolio.md:11'],
    ],
  ])('%s', (_, stating, expected) => {
    expect(saidBy(weights, rowsAt(...stating))).toEqual(expected);
  });

  it('is that of the sectors apart from that of the rows', () => {
    const statements = documentThat({
      rows: [row({ statedWeight: stated(pct('20'), 12) })],
      sectorWeights: [{ sector: sectorOf('Technology'), pct: stated(pct('22.2'), 20) }],
    });
    expect(saidBy(weights, statements)).toEqual(['weights-of-invested approve Portfolio.md:20']);
  });

  it.each([
    ['total', '22.2', ['weights-of-invested note Portfolio.md:11']],
    ['total', '20', []],
    ['invested', '22.2', []],
    ['invested', '20', ['weight-differs approve Portfolio.md:11']],
    ['invested', '27.222223', ['weight-differs block Portfolio.md:11']],
  ] as const)('with the word "%s": %s', (basis, weight, expected) => {
    expect(saidBy(weights, { ...rowsAt(weight), basis })).toEqual(expected);
  });

  it.each([
    ['10', []],
    ['11.1', []],
    ['12', ['weight-differs approve Portfolio.md:13']],
  ])('with the word "invested" cash may be a part of either: %s', (weight, expected) => {
    const statements = documentThat({ cashPct: [stated(pct(weight), 13)] });
    expect(saidBy(weights, { ...statements, basis: 'invested' })).toEqual(expected);
  });
});

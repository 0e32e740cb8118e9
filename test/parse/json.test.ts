import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeText } from '../../src/model/place.ts';
import { readJson } from '../../src/parse/read-json.ts';
import { readMarket } from '../../src/parse/read-market.ts';
import { readStock } from '../../src/parse/read-stock.ts';
import type { Issue } from '../../src/model/issue.ts';

const shown = (issues: readonly Issue[]): readonly string[] =>
  issues.map((issue) => `${issue.code} ${issue.place ? placeText(issue.place) : ''}`);

const stock = (change: Record<string, unknown> = {}): string =>
  JSON.stringify(
    {
      ticker: 'NVDA',
      conviction_score: 74,
      thesis: 'AI',
      proposed_allocation_pct: 12,
      sector: 'Technology',
      ...change,
    },
    null,
    2,
  );

describe('JSON', () => {
  it.each([
    ['{"a": 1,}', ['json-syntax f.json:1:9']],
    ['{"a": 1, "a": 2}', ['key-twice f.json:1:10']],
    ['{"__proto__": 1}', ['key-reserved f.json:1:2']],
    ['{\n  "constructor": {}\n}', ['key-reserved f.json:2:3']],
    ['{"a": 1e999}', ['number-not-finite f.json:1:7']],
    ['{"a": -1e999}', ['number-not-finite f.json:1:7']],
    ['{"a": 0.1234567890123456}', ['too-many-digits f.json:1:7']],
    ['{"a": 1e-999}', ['too-many-digits f.json:1:7']],
    ['['.repeat(100_000), ['too-large f.json:1:1']],
    ['', ['json-syntax f.json:1:1']],
    ['{"a": NaN}', ['json-syntax f.json:1:7']],
  ])('%#: refuses with its place', (text, expected) => {
    const { value, issues } = readJson(text, 'f.json');
    expect(value).toBeUndefined();
    expect(shown(issues)).toEqual(expected);
  });

  it('strips a byte order mark and knows the place of everything', () => {
    const { value } = readJson('\ufeff{\n  "a": [1, {"b": "x"}]\n}', 'f.json');
    expect(value?.value).toEqual({ a: [1, { b: 'x' }] });
    expect(placeText(value!.placeOf(['a', 1, 'b']))).toBe('f.json:2:18');
    expect(placeText(value!.placeOf(['a', 7]))).toBe('f.json:2:8');
  });

  it('answers any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { value, issues } = readJson(text, 'f.json');
        expect(value !== undefined || issues.length > 0).toBe(true);
      }),
    );
  });
});

describe('a stock file', () => {
  it('is read exactly', () => {
    const { value, issues } = readStock(
      stock({ price: 185.04, as_of: '2026-01-08', conviction_score: 74.1 }),
      'nvda.json',
    );
    expect(issues).toEqual([]);
    expect(value).toMatchObject({
      ticker: 'NVDA',
      sector: 'Technology',
      conviction: 74_100_000n,
      proposed: 12_000_000n,
      price: 1_850_400n,
      basis: 'target',
      asOf: { value: '2026-01-08' },
      place: { line: 2, column: 13 },
    });
  });

  it.each([
    [{ conviction_score: 0.74 }, ['conviction-fraction n.json:3:23']],
    [{ conviction_score: 1 }, ['conviction-fraction n.json:3:23']],
    [{ conviction_score: 101 }, ['conviction-out-of-range n.json:3:23']],
    [{ conviction_score: '74' }, ['value-wrong n.json:3:23']],
    [{ proposed_allocation_pct: 0.12 }, ['allocation-fraction n.json:5:30']],
    [{ proposed_allocation_pct: 0 }, ['allocation-out-of-range n.json:5:30']],
    [{ proposed_allocation_pct: 120 }, ['allocation-out-of-range n.json:5:30']],
    [{ ticker: 'Nvidia Corp' }, ['ticker-unreadable n.json:2:13']],
    [{ thesis: ' ' }, ['value-empty n.json:4:13']],
    [{ price: 0 }, ['price-not-positive n.json:7:12']],
    [{ price: 1.23456 }, ['too-many-digits n.json:7:12']],
    [{ as_of: '2026-02-30' }, ['date-unreadable n.json:7:12']],
    [{ allocation_basis: 'both' }, ['value-wrong n.json:7:23']],
    [{ convictionscore: 74 }, ['key-unknown n.json:7:3']],
    [{ sector: undefined }, ['key-missing n.json:1:1']],
  ])('%o is refused', (change, expected) => {
    const { value, issues } = readStock(stock(change), 'n.json');
    expect(value).toBeUndefined();
    expect(shown(issues)).toEqual(expected);
    expect(issues.every((issue) => issue.level === 'unusable')).toBe(true);
  });

  it('keeps a sector that is spelled wrong, and asks', () => {
    const { value, issues } = readStock(stock({ sector: 'Tecnology' }), 'n.json');
    expect(value?.sector).toBe('Tecnology');
    expect(issues).toMatchObject([{ code: 'sector-unknown', level: 'approve', detail: { suggestion: 'Technology' } }]);
  });
});

describe('a market file in JSON', () => {
  it('has the own shape', () => {
    const { value, issues } = readMarket(
      JSON.stringify({
        as_of: '2026-01-08',
        confidence: 72,
        sector_rankings: [{ sector: 'Tech', rank: 1 }],
        picks: [
          { ticker: 'NVDA', sector: 'Technology', price: 185.04, conviction: 74, avg_daily_volume_usd: 31_000_000_000 },
        ],
      }),
      'market.json',
    );
    expect(issues).toEqual([]);
    expect([...value!.rankings]).toEqual([['Technology', 1]]);
    expect(value!.picks).toMatchObject([{ ticker: 'NVDA', price: 1_850_400n, dailyVolume: 3_100_000_000_000n }]);
    expect(value).toMatchObject({ confidence: 72_000_000n, asOf: { value: '2026-01-08' } });
  });

  it('may be a Regime.json', () => {
    const text = JSON.stringify({
      version: '1.1',
      as_of: '2026-01-08',
      regime: { name: 'RISK_ON', confidence: 0.72 },
      regimes: [{ id: 'x', sector_rankings: [{ sector: 'Energy', rank: 2, score: 8 }] }],
    });
    const { value, issues } = readMarket(text, 'Regime.json');
    expect(issues).toEqual([]);
    expect([...value!.rankings]).toEqual([['Energy', 2]]);
    expect(value!.confidence).toBe(72_000_000n);
  });

  it.each([
    [{ picks: [{ ticker: 'NVDA', sector: 'Technology', conviction: 0.74 }] }, 'conviction-fraction'],
    [{ picks: [{ ticker: 'nvidia', sector: 'Technology' }] }, 'pick-unreadable'],
    [{ picks: [{ ticker: 'NVDA', sector: '' }] }, 'pick-sector-missing'],
    [
      {
        picks: [
          { ticker: 'A', sector: 'Energy' },
          { ticker: 'A', sector: 'Energy' },
        ],
      },
      'pick-twice',
    ],
    [{ picks: [{ ticker: 'A', sector: 'Energy', weight: -1 }] }, 'pick-negative'],
    [{ sector_rankings: [{ sector: 'Energy', rank: 1.5 }] }, 'rank-unreadable'],
    [
      {
        sector_rankings: [
          { sector: 'Energy', rank: 1 },
          { sector: 'Materials', rank: 1 },
        ],
      },
      'rank-twice',
    ],
    [{ confidence: 720, sector_rankings: [{ sector: 'Energy', rank: 1 }] }, 'confidence-unreadable'],
    [{}, 'market-empty'],
    [{ pick: [] }, 'key-unknown'],
    [{ picks: [{ ticker: 'A' }] }, 'key-missing'],
  ])('%o gives one issue', (change, code) => {
    const { issues } = readMarket(JSON.stringify({ as_of: '2026-01-08', ...change }), 'market.json');
    expect(issues.map((issue) => issue.code)).toEqual([code]);
  });
});

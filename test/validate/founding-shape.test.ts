// The config as the founding document (v8.1.1) prints it means the same limits; what contradicts itself is refused.
import { describe, expect, it } from 'vitest';
import defaults from '../../config/constraints.json' with { type: 'json' };
import { readConfig } from '../../src/validate/read-config.ts';
import { configFile } from '../account.ts';

const SECTOR_ALLOCATION_LIMITS = {
  sector_caps: { Technology: 40, Healthcare: 40, Financials: 40, All_Others: 40 },
  minimums: { cash_buffer_pct: 5, cash_buffer_warning: 8 },
};
const STOCK_VALIDATION_CRITERIA = {
  conviction_minimum: 65,
  position_size_maximum_pct: 15,
  sector_cap_pct: 40,
  cash_buffer_minimum_pct: 5,
  market_analyst_sector_rank_max: 5,
};

const read = (value: unknown) => readConfig(defaults, configFile(value));

describe('the founding shape', () => {
  it('means the same limits as the defaults', () => {
    const { config, issues } = read({ ...SECTOR_ALLOCATION_LIMITS, ...STOCK_VALIDATION_CRITERIA });
    const forty = 40_000_000n;
    expect(issues).toEqual([]);
    expect(config).toEqual({
      ...readConfig(defaults).config,
      sector_cap: { max_pct: forty, overrides: { Technology: forty, Healthcare: forty, Financials: forty } },
    });
  });

  it.each([
    ['first block', SECTOR_ALLOCATION_LIMITS],
    ['second block', STOCK_VALIDATION_CRITERIA],
  ])('the %s alone is a config', (_, block) => {
    expect(read(block).issues).toEqual([]);
  });

  it.each([
    [{ conviction_minimum: 70 }, { stock_criteria: { min_conviction: 70_000_000n } }],
    [
      { position_size_maximum_pct: 12 },
      { stock_criteria: { max_position_pct: 12_000_000n }, position_limit: { max_pct: 12_000_000n } },
    ],
    [
      { sector_cap_pct: 30 },
      { stock_criteria: { max_sector_pct: 30_000_000n }, sector_cap: { max_pct: 30_000_000n, overrides: {} } },
    ],
    [
      { cash_buffer_minimum_pct: 6 },
      {
        stock_criteria: { min_cash_pct: 6_000_000n },
        cash_minimum: { min_pct: 6_000_000n },
        cash_throughout: { min_pct: 6_000_000n },
      },
    ],
    [{ market_analyst_sector_rank_max: 3 }, { stock_criteria: { max_sector_rank: 3 } }],
    [
      { minimums: { cash_buffer_pct: 6, cash_buffer_warning: 9 } },
      {
        cash_minimum: { min_pct: 6_000_000n, warn_pct: 9_000_000n },
        cash_throughout: { min_pct: 6_000_000n },
        stock_criteria: { min_cash_pct: 6_000_000n },
      },
    ],
    [
      { sector_caps: { All_Others: 35, Energy: 20 } },
      {
        sector_cap: { max_pct: 35_000_000n, overrides: { Energy: 20_000_000n } },
        stock_criteria: { max_sector_pct: 35_000_000n },
      },
    ],
  ])('%j', (value, expected) => {
    const { config, issues } = read(value);
    expect(issues).toEqual([]);
    expect(config).toMatchObject(expected);
  });

  it('may stand beside sections of the own shape', () => {
    const { config, issues } = read({ sector_caps: { Energy: 20 }, sector_cap: { overrides: { Utilities: 10 } } });
    expect(issues).toEqual([]);
    expect(config?.sector_cap.overrides).toEqual({ Utilities: 10_000_000n, Energy: 20_000_000n });
  });

  it('points at the line of the founding document where a value is wrong', () => {
    expect(read({ conviction_minimum: 'high' }).issues).toMatchObject([
      { code: 'config-value-wrong', place: { file: 'conviction_minimum' } },
    ]);
    expect(read({ minimums: { cash_buffer_pct: 105 } }).issues).toMatchObject([
      { code: 'config-value-wrong', place: { file: 'minimums.cash_buffer_pct' } },
      { code: 'config-value-wrong' },
      { code: 'config-value-wrong' },
    ]);
  });

  it('refuses names that it does not have', () => {
    expect(read({ minimums: { cash_bufer_pct: 5 } }).issues).toMatchObject([{ code: 'config-key-unknown' }]);
    expect(read({ conviction_maximum: 65 }).issues).toMatchObject([{ code: 'config-key-unknown' }]);
  });
});

describe('two statements of one limit', () => {
  it.each([
    [
      'both blocks',
      { minimums: { cash_buffer_pct: 5 }, cash_buffer_minimum_pct: 4 },
      'minimums.cash_buffer_pct',
      '5',
      'cash_buffer_minimum_pct',
      '4',
    ],
    [
      'All_Others',
      { sector_caps: { All_Others: 40 }, sector_cap_pct: 35 },
      'sector_caps.All_Others',
      '40',
      'sector_cap_pct',
      '35',
    ],
    [
      'own shape',
      { cash_minimum: { min_pct: 5 }, minimums: { cash_buffer_pct: 4 } },
      'cash_minimum.min_pct',
      '5',
      'minimums.cash_buffer_pct',
      '4',
    ],
    [
      'own shape, criteria',
      { stock_criteria: { min_conviction: 70 }, conviction_minimum: 65 },
      'stock_criteria.min_conviction',
      '70',
      'conviction_minimum',
      '65',
    ],
    [
      'position limit',
      { position_limit: { max_pct: 10 }, position_size_maximum_pct: 15 },
      'position_limit.max_pct',
      '10',
      'position_size_maximum_pct',
      '15',
    ],
  ])('%s: an error that names both', (_, value, other, otherValue, key, ownValue) => {
    const { config, issues } = read(value);
    expect(config).toBeUndefined();
    expect(issues).toHaveLength(1);
    expect(issues).toMatchObject([
      {
        code: 'config-contradiction',
        level: 'unusable',
        place: { file: key },
        detail: { key, value: ownValue, other, other_value: otherValue },
      },
    ]);
  });

  it('says on which line the other stands', () => {
    const lines = { 'minimums.cash_buffer_pct': 4, cash_buffer_minimum_pct: 9 };
    const lineOf = (path: readonly (string | number)[]) => new Map(Object.entries(lines)).get(path.join('.')) ?? 1;
    const value = { minimums: { cash_buffer_pct: 5 }, cash_buffer_minimum_pct: 4 };
    const placeOf = (path: readonly (string | number)[]) => ({ file: 'mine.json', line: lineOf(path), column: 3 });
    const { issues } = readConfig(defaults, { file: 'mine.json', value, placeOf, keyPlaceOf: placeOf });
    expect(issues[0]).toMatchObject({ place: { line: 9 }, detail: { other_line: 4 } });
  });

  it('may agree', () => {
    expect(
      read({ minimums: { cash_buffer_pct: 6 }, cash_buffer_minimum_pct: 6, cash_minimum: { min_pct: 6 } }).issues,
    ).toEqual([]);
  });
});

// What a config must not get away with: a limit that silently does not hold, or a message that points elsewhere.
import { describe, expect, it } from 'vitest';
import defaults from '../../config/constraints.json' with { type: 'json' };
import { readConfig } from '../../src/validate/read-config.ts';
import { configFile } from '../account.ts';

const complaints = (value: unknown) =>
  readConfig(defaults, configFile(value)).issues.map(({ code, place }) => `${code} ${place?.file ?? ''}`);

describe('caps of one sector', () => {
  it.each([
    ['in both shapes', { sector_cap: { overrides: { Technology: 30 } }, sector_caps: { Technology: 40 } }],
    ['under two of its names', { sector_caps: { Technology: 40, Tech: 30 } }],
    ['under two of its names, own shape', { sector_cap: { overrides: { Technology: 30, Tech: 40 } } }],
  ])('contradict each other %s', (_, value) => {
    expect(complaints(value)).toMatchObject([expect.stringContaining('config-contradiction')]);
  });

  it('may agree', () => {
    const value = { sector_cap: { overrides: { Technology: 40 } }, sector_caps: { Technology: 40, Tech: 40 } };
    expect(complaints(value)).toEqual([]);
  });

  it('are pointed at where one is wrong', () => {
    expect(complaints({ sector_caps: { Technology: 140, Energy: 30 } })).toEqual([
      'config-value-wrong sector_caps.Technology',
    ]);
  });
});

describe('sectors that nobody knows', () => {
  it.each([
    ['own shape', { sector_cap: { overrides: { Tecnology: 30 } } }, 'sector_cap.overrides.Tecnology'],
    ['founding shape', { sector_caps: { Tecnology: 30 } }, 'sector_caps.Tecnology'],
  ])('are refused where a known name is near: %s', (_, value, at) => {
    expect(complaints(value)).toEqual([`config-sector-unknown key ${at}`]);
  });

  it('may be anything else', () => {
    expect(complaints({ sector_cap: { overrides: { 'Space Tourism': 3 } } })).toEqual([]);
  });
});

describe('names that nobody knows', () => {
  it.each([
    ['an empty section', { sector_capp: {} }, ['config-key-unknown key sector_capp']],
    [
      'in minimums',
      { minimums: { cash_buffer_pct: 5, cash_bufer_warning: 8 } },
      ['config-key-unknown key minimums.cash_bufer_warning'],
    ],
    [
      'two in one section',
      { trading: { lots: 1, fee: 2 } },
      ['config-key-unknown key trading.lots', 'config-key-unknown key trading.fee'],
    ],
  ])('%s', (_, value, expected) => {
    expect(complaints(value)).toEqual(expected);
  });
});

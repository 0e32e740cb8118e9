import { describe, expect, it } from 'vitest';
import defaults from '../../config/constraints.json' with { type: 'json' };
import { readConfig } from '../../src/validate/read-config.ts';
import { configFile } from '../account.ts';

const read = (value: unknown) => readConfig(defaults, configFile(value));
const complaints = (value: unknown) =>
  read(value).issues.map(({ code, level, place, detail }) => ({
    code,
    level,
    at: place?.file,
    key: detail['key'],
  }));

describe('readConfig: defaults and overlay', () => {
  it('takes the defaults where nobody says anything', () => {
    const alone = readConfig(defaults);
    expect(alone.issues).toEqual([]);
    expect(alone.config).toEqual(read({}).config);
    expect(alone.config).toEqual(read(defaults).config);
    expect(alone.config).toMatchObject({
      sector_cap: { max_pct: 40_000_000n, overrides: {} },
      cash_minimum: { min_pct: 5_000_000n, warn_pct: 8_000_000n, min_usd: 0n },
      position_limit: { max_pct: 15_000_000n },
      sector_increase: { max_increase: 50_000_000n, measure: 'points' },
      cash_throughout: { min_pct: 5_000_000n },
      restrictions: { tickers: [] },
      stock_criteria: { min_conviction: 65_000_000n, max_sector_rank: 5, when_no_market: 'fail' },
      trading: { lot: 1, sell_order: 'gain_desc', min_trade_usd: 10_000n, max_picks_per_sector: 3 },
      trust: { silent_points: 100_000n, note_points: 500_000n, approve_points: 5_000_000n },
      approvals: { routing: 'Master-Architect', sla_minutes: 30 },
      execution: { collar_pct: 2_000_000n },
    });
  });

  it('lays the file over the defaults, key by key', () => {
    const { config, issues } = read({ sector_cap: { max_pct: 35.5 }, trading: { fee_per_order_usd: 4.95 } });
    expect(issues).toEqual([]);
    expect(config).toMatchObject({
      sector_cap: { max_pct: 35_500_000n, overrides: {} },
      position_limit: { max_pct: 15_000_000n },
      trading: { lot: 1, fee_per_order_usd: 495n },
    });
  });

  it('says of every setting where it comes from', () => {
    const settings = read({ sector_cap: { max_pct: 35 } }).settings.filter(({ section }) => section === 'sector_cap');
    expect(settings).toEqual([
      { section: 'sector_cap', key: 'max_pct', value: 35, place: { file: 'sector_cap.max_pct', line: 1, column: 1 } },
      { section: 'sector_cap', key: 'overrides', value: {} },
    ]);
  });

  it('lets editors name the schema', () => {
    expect(read({ $schema: './constraints.schema.json' }).issues).toEqual([]);
  });

  it('replaces the restrictions, with both sides where none is named', () => {
    const tickers = [{ ticker: 'NEM' }, { ticker: 'BRK-B', scope: 'buy', until: '2026-06-30', reason: 'window' }];
    expect(read({ restrictions: { tickers } }).config?.restrictions.tickers).toEqual([
      { ticker: 'NEM', scope: 'both' },
      { ticker: 'BRK-B', scope: 'buy', until: '2026-06-30', reason: 'window' },
    ]);
  });
});

describe('readConfig: mistakes, with their place', () => {
  it.each([
    [
      'a section that nobody knows',
      { sector_capp: { max_pct: 40 } },
      'config-key-unknown',
      'key sector_capp',
      'sector_capp',
    ],
    [
      'a key that nobody knows',
      { sector_cap: { max: 40 } },
      'config-key-unknown',
      'key sector_cap.max',
      'sector_cap.max',
    ],
    [
      'a key that nobody knows, further in',
      { restrictions: { tickers: [{ ticker: 'A', side: 'buy' }] } },
      'config-key-unknown',
      'key restrictions.tickers.0.side',
      'restrictions.tickers.0.side',
    ],
    ['a plain value of an unknown name', { max_pct: 40 }, 'config-key-unknown', 'key max_pct', 'max_pct'],
    ['a section that is no object', { sector_cap: 40 }, 'config-value-wrong', 'sector_cap', 'sector_cap'],
    ['a section that is a list', { trust: [] }, 'config-value-wrong', 'trust', 'trust'],
    ['text for a number', { trading: { lot: '1' } }, 'config-value-wrong', 'trading.lot', 'trading.lot'],
    ['null for a number', { trading: { lot: null } }, 'config-value-wrong', 'trading.lot', 'trading.lot'],
    ['half a lot', { trading: { lot: 0.5 } }, 'config-value-wrong', 'trading.lot', 'trading.lot'],
    [
      'a word that is no choice',
      { trading: { sell_order: 'gains' } },
      'config-value-wrong',
      'trading.sell_order',
      'trading.sell_order',
    ],
    [
      'more than 100 %',
      { position_limit: { max_pct: 100.000001 } },
      'config-value-wrong',
      'position_limit.max_pct',
      'position_limit.max_pct',
    ],
    [
      'less than 0 %',
      { position_limit: { max_pct: -0.000001 } },
      'config-value-wrong',
      'position_limit.max_pct',
      'position_limit.max_pct',
    ],
    [
      'seven decimals of a percent',
      { position_limit: { max_pct: 0.0000001 } },
      'config-value-wrong',
      'position_limit.max_pct',
      'position_limit.max_pct',
    ],
    [
      'a tenth of a cent',
      { trading: { min_trade_usd: 0.001 } },
      'config-value-wrong',
      'trading.min_trade_usd',
      'trading.min_trade_usd',
    ],
    [
      'a ticker that is none',
      { restrictions: { tickers: [{ ticker: 'Newmont' }] } },
      'config-value-wrong',
      'restrictions.tickers.0.ticker',
      'restrictions.tickers.0.ticker',
    ],
    [
      'a day that is none',
      { restrictions: { tickers: [{ ticker: 'NEM', until: '2026-02-30' }] } },
      'config-value-wrong',
      'restrictions.tickers.0.until',
      'restrictions.tickers.0.until',
    ],
    [
      'a warning below the minimum',
      { cash_minimum: { warn_pct: 4.999999 } },
      'config-value-wrong',
      'cash_minimum.warn_pct',
      'cash_minimum.warn_pct',
    ],
    [
      'a minimum above the warning that it does not mention',
      { cash_minimum: { min_pct: 8.000001 } },
      'config-value-wrong',
      'cash_minimum.min_pct',
      'cash_minimum.warn_pct',
    ],
  ])('%s', (_, value, code, place, key) => {
    expect(complaints(value)).toMatchObject([{ code, level: 'unusable', at: place, key }]);
    expect(read(value).config).toBeUndefined();
  });

  it.each([[[]], [null], ['text'], [5], [undefined]])('%j is no config', (value) => {
    expect(complaints(value)).toMatchObject([
      { code: 'config-value-wrong', level: 'unusable', at: '', key: 'mine.json' },
    ]);
  });

  it('finds several at once', () => {
    expect(complaints({ trading: { lot: 0 }, trust: { silent_points: 101 }, nobody: { x: 1 } })).toHaveLength(3);
  });

  it.each([0, 100])('accepts the ends of the range: %d %%', (max_pct) => {
    expect(complaints({ position_limit: { max_pct } })).toEqual([]);
  });

  it('accepts a warning at the minimum', () => {
    expect(complaints({ cash_minimum: { warn_pct: 5 } })).toEqual([]);
  });
});

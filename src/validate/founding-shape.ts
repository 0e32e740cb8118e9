import { isRecord } from './is-record.ts';

/** One setting as a config file states it: which key of which section, and the path where it stands. */
export interface Setting {
  readonly section: string;
  readonly key: string;
  /** The name within the key, where only a part is set (the cap of one sector). */
  readonly part?: string;
  readonly value: unknown;
  readonly path: readonly string[];
}

type Target = readonly [section: string, key: string];

/** Where each key of the founding document's config (v8.1.1) belongs. */
const FLAT: Readonly<Record<string, readonly Target[]>> = {
  conviction_minimum: [['stock_criteria', 'min_conviction']],
  position_size_maximum_pct: [
    ['stock_criteria', 'max_position_pct'],
    ['position_limit', 'max_pct'],
  ],
  sector_cap_pct: [
    ['stock_criteria', 'max_sector_pct'],
    ['sector_cap', 'max_pct'],
  ],
  cash_buffer_minimum_pct: [
    ['stock_criteria', 'min_cash_pct'],
    ['cash_minimum', 'min_pct'],
    ['cash_throughout', 'min_pct'],
  ],
  market_analyst_sector_rank_max: [['stock_criteria', 'max_sector_rank']],
};

const MINIMUMS: Readonly<Record<string, readonly Target[]>> = {
  cash_buffer_pct: [
    ['cash_minimum', 'min_pct'],
    ['cash_throughout', 'min_pct'],
    ['stock_criteria', 'min_cash_pct'],
  ],
  cash_buffer_warning: [['cash_minimum', 'warn_pct']],
};

const placed = (targets: readonly Target[] | undefined, value: unknown, path: readonly string[]): readonly Setting[] =>
  (targets ?? []).map(([section, key]) => ({ section, key, value, path }));

const sectorCaps = (caps: Readonly<Record<string, unknown>>): readonly Setting[] =>
  Object.entries(caps).flatMap(([sector, value]): readonly Setting[] => {
    const path = ['sector_caps', sector];
    return sector === 'All_Others'
      ? placed(
          [
            ['sector_cap', 'max_pct'],
            ['stock_criteria', 'max_sector_pct'],
          ],
          value,
          path,
        )
      : [{ section: 'sector_cap', key: 'overrides', part: sector, value, path }];
  });

/** A key inside a section of the founding shape that nobody knows. */
interface Unknown {
  readonly path: readonly string[];
  readonly known: readonly string[];
}

/** What a config in (or partly in) the founding document's shape means in this one. */
export interface Mapped {
  readonly settings: readonly Setting[];
  readonly unknown: readonly Unknown[];
  /** What is not of the founding shape. */
  readonly rest: Readonly<Record<string, unknown>>;
}

const minimumOf = (name: string, value: unknown): readonly Setting[] =>
  Object.hasOwn(MINIMUMS, name) ? placed(MINIMUMS[name], value, ['minimums', name]) : [];

/** The settings that one key at the top means; undefined for a key that is not of the founding shape. */
const settingsOf = (key: string, content: unknown): readonly Setting[] | undefined => {
  if (key === 'sector_caps' && isRecord(content)) return sectorCaps(content);
  if (key === 'minimums' && isRecord(content)) {
    return Object.entries(content).flatMap(([name, value]) => minimumOf(name, value));
  }
  return Object.hasOwn(FLAT, key) ? placed(FLAT[key], content, [key]) : undefined;
};

const unknownMinimums = (content: unknown): readonly Unknown[] =>
  (isRecord(content) ? Object.keys(content) : [])
    .filter((name) => !Object.hasOwn(MINIMUMS, name))
    .map((name) => ({ path: ['minimums', name], known: Object.keys(MINIMUMS) }));

/** Takes the keys of the founding document's shape out of a config and says what each means in this one. */
export const mapFoundingShape = (value: Readonly<Record<string, unknown>>): Mapped => {
  const entries = Object.entries(value).map(([key, content]) => ({ key, content, settings: settingsOf(key, content) }));
  return {
    settings: entries.flatMap(({ settings }) => settings ?? []),
    unknown: unknownMinimums(value['minimums']),
    rest: Object.fromEntries(
      entries.filter(({ settings }) => settings === undefined).map(({ key, content }) => [key, content]),
    ),
  };
};

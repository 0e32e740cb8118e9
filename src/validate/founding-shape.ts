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

/** The settings of the section `minimums`, and the names in it that nobody knows. */
const minimums = (content: Readonly<Record<string, unknown>>) => {
  const entries = Object.entries(content);
  return {
    settings: entries.flatMap(([name, value]) => placed(MINIMUMS[name], value, ['minimums', name])),
    unknown: Object.fromEntries(entries.filter(([name]) => !Object.hasOwn(MINIMUMS, name))),
  };
};

/**
 * Takes the keys of the founding document's shape out of a config and says what each means in this one. What it
 * does not know stays in `rest`, where unknown keys are found.
 */
export const mapFoundingShape = (
  value: Readonly<Record<string, unknown>>,
): { readonly settings: readonly Setting[]; readonly rest: Readonly<Record<string, unknown>> } => {
  const settings: Setting[] = [];
  const rest: Record<string, unknown> = {};
  for (const [key, content] of Object.entries(value)) {
    if (key === 'sector_caps' && isRecord(content)) settings.push(...sectorCaps(content));
    else if (key === 'minimums' && isRecord(content)) {
      const { settings: known, unknown } = minimums(content);
      settings.push(...known);
      if (Object.keys(unknown).length > 0) rest[key] = unknown;
    } else if (Object.hasOwn(FLAT, key)) settings.push(...placed(FLAT[key], content, [key]));
    else rest[key] = content;
  }
  return { settings, rest };
};

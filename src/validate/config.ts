import * as z from 'zod';
import type { Issue } from '../model/issue.ts';
import type { Place } from '../model/place.ts';
import { cashMinimum } from './constraints/cash-minimum.ts';
import { cashThroughout } from './constraints/cash-throughout.ts';
import { positionLimit } from './constraints/position-limit.ts';
import { restrictions } from './constraints/restrictions.ts';
import { sectorCap } from './constraints/sector-cap.ts';
import { sectorIncrease } from './constraints/sector-increase.ts';
import { mapFoundingShape, type Setting } from './founding-shape.ts';
import { approvalsShape, tradingShape, trustShape } from './settings.ts';
import { stockCriteriaShape } from './stock-criteria.ts';

/** The whole config: one section a constraint, keyed by its id, and the settings. */
const configShape = z.strictObject({
  $schema: z.string().optional().describe('Where editors find the schema.'),
  sector_cap: sectorCap.config,
  cash_minimum: cashMinimum.config,
  position_limit: positionLimit.config,
  sector_increase: sectorIncrease.config,
  cash_throughout: cashThroughout.config,
  restrictions: restrictions.config,
  stock_criteria: stockCriteriaShape,
  trading: tradingShape,
  trust: trustShape,
  approvals: approvalsShape,
});

/** Every limit and setting in force, in exact units. */
export type Config = z.output<typeof configShape>;

/** A JSON document that a config is read from. */
export interface ConfigSource {
  readonly file: string;
  readonly value: unknown;
  readonly placeOf: (path: readonly (string | number)[]) => Place;
}

/** One value in force, as it is written, and where it comes from: a place in the person's file, or the defaults. */
export interface EffectiveSetting {
  readonly section: string;
  readonly key: string;
  readonly value: unknown;
  readonly place?: Place;
}

/** What came of reading the config. Absent `config`: it cannot be used, the issues say why. */
export interface ConfigReading {
  readonly config?: Config;
  readonly settings: readonly EffectiveSetting[];
  readonly issues: readonly Issue[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The settings that a source states, section by section. */
const stated = (value: Readonly<Record<string, unknown>>): readonly Setting[] =>
  Object.entries(value).flatMap(([section, content]) =>
    isRecord(content)
      ? Object.entries(content).map(([key, inner]) => ({ section, key, value: inner, path: [section, key] }))
      : [],
  );

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Two statements of one setting that differ cannot both be meant. */
const contradictions = (settings: readonly Setting[], source: ConfigSource): readonly Issue[] => {
  const seen = new Map<string, Setting>();
  const told = new Set<string>();
  return settings.flatMap((setting): readonly Issue[] => {
    const id = `${setting.section}.${setting.key}${setting.part === undefined ? '' : `.${setting.part}`}`;
    const first = seen.get(id);
    seen.set(id, first ?? setting);
    if (first === undefined || same(first.value, setting.value)) return [];
    const pair = `${first.path.join('.')} ${setting.path.join('.')}`;
    if (told.has(pair)) return [];
    told.add(pair);
    const at = source.placeOf(setting.path);
    const other = source.placeOf(first.path);
    return [
      {
        code: 'config-contradiction',
        level: 'unusable',
        place: at,
        detail: {
          key: setting.path.join('.'),
          value: JSON.stringify(setting.value),
          other: first.path.join('.'),
          other_value: JSON.stringify(first.value),
          other_line: other.line,
        },
      },
    ];
  });
};

/** Lays the person's settings over the defaults; a part (one sector's cap) is added, anything else replaces. */
const overlay = (
  base: readonly EffectiveSetting[],
  settings: readonly Setting[],
  source: ConfigSource,
): readonly EffectiveSetting[] => {
  const effective = new Map(base.map((setting) => [`${setting.section}.${setting.key}`, setting]));
  for (const { section, key, value, path, part } of settings) {
    const id = `${section}.${key}`;
    const before = effective.get(id)?.value;
    const next = part === undefined ? value : { ...(isRecord(before) ? before : {}), [part]: value };
    effective.set(id, { section, key, value: next, place: source.placeOf(path) });
  }
  return [...effective.values()];
};

const assemble = (settings: readonly EffectiveSetting[]): Readonly<Record<string, unknown>> => {
  const sections: Record<string, Record<string, unknown>> = {};
  for (const { section, key, value } of settings) (sections[section] ??= {})[key] = value;
  return sections;
};

const issueOf = (problem: z.core.$ZodIssue, source: ConfigSource, settings: readonly EffectiveSetting[]): Issue => {
  const path = problem.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (problem.code === 'unrecognized_keys') {
    const key = problem.keys[0] ?? '';
    return {
      code: 'config-key-unknown',
      level: 'unusable',
      place: source.placeOf([...path, key]),
      detail: { key: [...path, key].join('.'), known: knownKeys(path) },
    };
  }
  const setting = settings.find(({ section, key }) => section === path[0] && key === path[1]);
  return {
    code: 'config-value-wrong',
    level: 'unusable',
    place: setting?.place === undefined ? source.placeOf([]) : (placeBelow(source, path) ?? setting.place),
    detail: { key: path.join('.'), value: JSON.stringify(setting?.value ?? null), problem: problem.message },
  };
};

const placeBelow = (source: ConfigSource, path: readonly (string | number)[]): Place | undefined =>
  isRecord(source.value) && path[0] !== undefined && path[0] in source.value ? source.placeOf(path) : undefined;

const knownKeys = (path: readonly (string | number)[]): readonly string[] => {
  const shapes = configShape.shape as unknown as Readonly<Record<string, { readonly shape?: object }>>;
  if (path.length === 0) return Object.keys(shapes).filter((key) => key !== '$schema');
  return Object.keys(shapes[String(path[0])]?.shape ?? {});
};

/** Reads sections that are not objects: they can only be mistakes. */
const misshapen = (value: Readonly<Record<string, unknown>>, source: ConfigSource): readonly Issue[] =>
  Object.entries(value).flatMap(([key, content]): readonly Issue[] =>
    isRecord(content) || key === '$schema'
      ? []
      : [
          {
            code: knownKeys([]).includes(key) ? 'config-value-wrong' : 'config-key-unknown',
            level: 'unusable',
            place: source.placeOf([key]),
            detail: {
              key,
              value: JSON.stringify(content),
              known: knownKeys([]),
              problem: 'a section is an object { … }',
            },
          },
        ],
  );

const notAnObject = (source: ConfigSource): Issue => ({
  code: 'config-value-wrong',
  level: 'unusable',
  place: source.placeOf([]),
  detail: { key: source.file, value: JSON.stringify(source.value), problem: 'a config file is an object { … }' },
});

/**
 * The config in force: the person's file laid over the defaults, key by key. A file in the shape of the founding
 * document (v8.1.1) is mapped first. Unknown keys, wrong values and contradictions are issues with their place.
 */
export const readConfig = (defaults: unknown, source?: ConfigSource): ConfigReading => {
  const base = isRecord(defaults) ? stated(defaults) : [];
  if (source === undefined)
    return finish(
      base,
      { file: 'defaults', value: defaults, placeOf: () => ({ file: 'defaults', line: 1, column: 1 }) },
      [],
    );
  if (!isRecord(source.value)) return { settings: base, issues: [notAnObject(source)] };
  const { settings: mapped, rest } = mapFoundingShape(source.value);
  const own = [...stated(rest), ...mapped];
  const issues = [...misshapen(rest, source), ...contradictions(own, source)];
  return finish(overlay(base, own, source), source, issues);
};

const finish = (
  settings: readonly EffectiveSetting[],
  source: ConfigSource,
  before: readonly Issue[],
): ConfigReading => {
  const outcome = configShape.safeParse(assemble(settings));
  const plain = settings.map(({ section, key, value, place }) => ({
    section,
    key,
    value,
    ...(place ? { place } : {}),
  }));
  const issues = [
    ...before,
    ...(outcome.success ? [] : outcome.error.issues.map((one) => issueOf(one, source, settings))),
  ];
  const config = outcome.success && issues.length === 0 ? { config: outcome.data } : {};
  return { settings: plain, issues, ...config };
};

/** The JSON Schema of the config file, for editors: every section and key is optional there. */
export const configJsonSchema = (): Readonly<Record<string, unknown>> => {
  const schema = z.toJSONSchema(configShape, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>;
  return { title: 'Limits and settings of po', ...withoutRequired(schema) };
};

const withoutRequired = (schema: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const { required: _required, ...rest } = schema;
  const properties = isRecord(rest['properties']) ? rest['properties'] : undefined;
  if (properties === undefined) return rest;
  return {
    ...rest,
    properties: Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [key, isRecord(value) ? withoutRequired(value) : value]),
    ),
  };
};

import type { Issue } from '../model/issue.ts';
import { configShape, knownKeys, type Config } from './config.ts';
import { contradictions, misspeltSectors, shapeIssues, unknownKey, wrongValue } from './config-issues.ts';
import type { ConfigSource, EffectiveSetting } from './config-source.ts';
import { mapFoundingShape, type Setting } from './founding-shape.ts';
import { isRecord } from './is-record.ts';

/** What came of reading the config. Absent `config`: it cannot be used, the issues say why. */
export interface ConfigReading {
  readonly config?: Config;
  readonly settings: readonly EffectiveSetting[];
  readonly issues: readonly Issue[];
}

/** The defaults are not a file that a person could correct. */
const BUILT_IN: ConfigSource = {
  file: 'defaults',
  value: {},
  placeOf: () => ({ file: 'defaults', line: 1, column: 1 }),
  keyPlaceOf: () => ({ file: 'defaults', line: 1, column: 1 }),
};

/** One key of a section; the caps of single sectors are settings of their own. */
const settingsOf = (section: string, key: string, value: unknown): readonly Setting[] =>
  section === 'sector_cap' && key === 'overrides' && isRecord(value) && Object.keys(value).length > 0
    ? Object.entries(value).map(([part, cap]) => ({ section, key, part, value: cap, path: [section, key, part] }))
    : [{ section, key, value, path: [section, key] }];

/** The settings that a source states, section by section. */
const stated = (value: Readonly<Record<string, unknown>>): readonly Setting[] =>
  Object.entries(value).flatMap(([section, content]) =>
    knownKeys().includes(section) && isRecord(content)
      ? Object.entries(content).flatMap(([key, inner]) => settingsOf(section, key, inner))
      : [],
  );

/** Sections that do not exist, and sections that are not objects. */
const badSections = (value: Readonly<Record<string, unknown>>, source: ConfigSource): readonly Issue[] =>
  Object.entries(value).flatMap(([key, content]): readonly Issue[] => {
    const place = source.placeOf([key]);
    if (key === '$schema')
      return typeof content === 'string' ? [] : [wrongValue(key, JSON.stringify(content), 'a text', place)];
    if (!knownKeys().includes(key)) return [unknownKey([key], knownKeys(), source.keyPlaceOf([key]))];
    return isRecord(content) ? [] : [wrongValue(key, JSON.stringify(content), 'a section in braces { … }', place)];
  });

/** Lays the person's settings over the defaults; a part (one sector's cap) is added, anything else replaces. */
const overlay = (
  base: readonly EffectiveSetting[],
  settings: readonly Setting[],
  source: ConfigSource,
): readonly EffectiveSetting[] => {
  const effective = new Map(base.map((setting) => [`${setting.section}.${setting.key}`, setting]));
  const parts = new Map<string, Map<string, unknown>>();
  for (const { section, key, value, path, part } of settings) {
    const id = `${section}.${key}`;
    const before = effective.get(id)?.value;
    const own = parts.get(id) ?? new Map(isRecord(before) ? Object.entries(before) : []);
    if (part !== undefined) parts.set(id, own.set(part, value));
    effective.set(id, { section, key, value, place: source.placeOf(path) });
  }
  return [...effective].map(([id, setting]) => {
    const own = parts.get(id);
    return own === undefined ? setting : { ...setting, value: Object.fromEntries(own) };
  });
};

const assemble = (settings: readonly EffectiveSetting[]): Readonly<Record<string, unknown>> => {
  const sections: Record<string, Record<string, unknown>> = {};
  for (const { section, key, value } of settings) (sections[section] ??= {})[key] = value;
  return sections;
};

/** Validates the settings in force; what is wrong is told at the place in the person's own settings. */
const finish = (
  settings: readonly EffectiveSetting[],
  own: readonly Setting[],
  source: ConfigSource,
  before: readonly Issue[],
): ConfigReading => {
  const outcome = configShape().safeParse(assemble(settings));
  const wrong = outcome.success ? [] : outcome.error.issues.flatMap((one) => shapeIssues(one, own, settings, source));
  const issues = [...before, ...wrong];
  return outcome.success && issues.length === 0 ? { settings, issues, config: outcome.data } : { settings, issues };
};

/**
 * The config in force: the person's file laid over the defaults, key by key. A file in the shape of the founding
 * document (v8.1.1) is mapped first. Unknown keys, wrong values and contradictions are issues with their place.
 */
export const readConfig = (defaults: unknown, source?: ConfigSource): ConfigReading => {
  const base = isRecord(defaults) ? overlay([], stated(defaults), BUILT_IN).map(withoutPlace) : [];
  if (source === undefined) return finish(base, [], BUILT_IN, []);
  if (!isRecord(source.value)) {
    const place = source.placeOf([]);
    return {
      settings: base,
      issues: [wrongValue(source.file, JSON.stringify(source.value), 'sections in braces { … }', place)],
    };
  }
  const { settings: mapped, unknown, rest } = mapFoundingShape(source.value);
  const own = [...stated(rest), ...mapped];
  const issues = [
    ...badSections(rest, source),
    ...unknown.map(({ path, known }) => unknownKey(path, known, source.keyPlaceOf(path))),
    ...misspeltSectors(own, source),
    ...contradictions(own, source),
  ];
  return finish(overlay(base, own, source), own, source, issues);
};

const withoutPlace = ({ section, key, value }: EffectiveSetting): EffectiveSetting => ({ section, key, value });

import type { Issue } from '../model/issue.ts';
import { configShape, type Config } from './config.ts';
import { contradictions, issueOf, misshapen, notAnObject } from './config-issues.ts';
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
};

/** The settings that a source states, section by section. */
const stated = (value: Readonly<Record<string, unknown>>): readonly Setting[] =>
  Object.entries(value).flatMap(([section, content]) =>
    isRecord(content)
      ? Object.entries(content).map(([key, inner]) => ({ section, key, value: inner, path: [section, key] }))
      : [],
  );

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

/**
 * The config in force: the person's file laid over the defaults, key by key. A file in the shape of the founding
 * document (v8.1.1) is mapped first. Unknown keys, wrong values and contradictions are issues with their place.
 */
export const readConfig = (defaults: unknown, source?: ConfigSource): ConfigReading => {
  const base = isRecord(defaults) ? stated(defaults) : [];
  if (source === undefined) return finish(base, BUILT_IN, []);
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

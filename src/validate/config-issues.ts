import type * as z from 'zod';
import type { Issue } from '../model/issue.ts';
import { knownKeys } from './config.ts';
import type { ConfigSource, EffectiveSetting } from './config-source.ts';
import type { Setting } from './founding-shape.ts';
import { isRecord } from './is-record.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Two statements of one setting that differ cannot both be meant. */
export const contradictions = (settings: readonly Setting[], source: ConfigSource): readonly Issue[] => {
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

/** What zod found wrong, as an issue at the place where the person wrote it. */
export const issueOf = (
  problem: z.core.$ZodIssue,
  source: ConfigSource,
  settings: readonly EffectiveSetting[],
): Issue => {
  const path = problem.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (problem.code === 'unrecognized_keys') {
    const key = problem.keys[0] ?? '';
    return {
      code: 'config-key-unknown',
      level: 'unusable',
      place: source.placeOf([...path, key]),
      detail: { key: [...path, key].join('.'), known: knownKeys(path.length === 0 ? undefined : String(path[0])) },
    };
  }
  const inSection = settings.filter(({ section }) => section === path[0]);
  const setting = inSection.find(({ key }) => key === path[1]);
  const written = setting?.place ?? inSection.find(({ place }) => place !== undefined)?.place;
  return {
    code: 'config-value-wrong',
    level: 'unusable',
    place: written ?? source.placeOf([]),
    detail: { key: path.join('.'), value: JSON.stringify(setting?.value ?? null), problem: problem.message },
  };
};

/** Reads sections that are not objects: they can only be mistakes. */
export const misshapen = (value: Readonly<Record<string, unknown>>, source: ConfigSource): readonly Issue[] =>
  Object.entries(value).flatMap(([key, content]): readonly Issue[] =>
    isRecord(content) || key === '$schema'
      ? []
      : [
          {
            code: knownKeys().includes(key) ? 'config-value-wrong' : 'config-key-unknown',
            level: 'unusable',
            place: source.placeOf([key]),
            detail: {
              key,
              value: JSON.stringify(content),
              known: knownKeys(),
              problem: 'a section is an object { … }',
            },
          },
        ],
  );

/** A config file that is not an object at all. */
export const notAnObject = (source: ConfigSource): Issue => ({
  code: 'config-value-wrong',
  level: 'unusable',
  place: source.placeOf([]),
  detail: { key: source.file, value: JSON.stringify(source.value), problem: 'a config file is an object { … }' },
});

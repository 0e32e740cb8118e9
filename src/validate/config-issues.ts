import type * as z from 'zod';
import type { Issue } from '../model/issue.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { Place } from '../model/place.ts';
import { isKnownSector, knownSectorNames, sectorOf } from '../model/sector.ts';
import { knownKeys } from './config.ts';
import type { ConfigSource, EffectiveSetting } from './config-source.ts';
import type { Setting } from './founding-shape.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a setting sets: two spellings of one sector set the same cap. */
const nameOf = ({ section, key, part }: Setting): string =>
  [section, key, ...(part === undefined ? [] : [sectorOf(part)])].join('.');

const contradiction = (first: Setting, second: Setting, source: ConfigSource): Issue => ({
  code: 'config-contradiction',
  level: 'unusable',
  place: source.placeOf(second.path),
  detail: {
    key: second.path.join('.'),
    value: JSON.stringify(second.value),
    other: first.path.join('.'),
    other_value: JSON.stringify(first.value),
    other_line: source.placeOf(first.path).line,
  },
});

/** Two statements of one setting that differ cannot both be meant; each pair of lines is told once. */
export const contradictions = (settings: readonly Setting[], source: ConfigSource): readonly Issue[] => {
  const firsts = new Map<string, Setting>();
  const told = new Map<string, Issue>();
  for (const setting of settings) {
    const first = firsts.get(nameOf(setting));
    firsts.set(nameOf(setting), first ?? setting);
    const pair = `${(first ?? setting).path.join('.')} ${setting.path.join('.')}`;
    if (first !== undefined && !same(first.value, setting.value)) told.set(pair, contradiction(first, setting, source));
  }
  return [...told.values()];
};

/** A key that means nothing here: a limit that somebody wrote and that would silently not hold. */
export const unknownKey = (path: readonly string[], known: readonly string[], place: Place): Issue => ({
  code: 'config-key-unknown',
  level: 'unusable',
  place,
  detail: { key: path.join('.'), known },
});

/** A value that is not of the kind or in the range that its setting allows. */
export const wrongValue = (key: string, value: string, problem: string, place: Place): Issue => ({
  code: 'config-value-wrong',
  level: 'unusable',
  place,
  detail: { key, value, problem },
});

/** A cap for a sector whose name is nearly, but not, one of the known names. */
export const misspeltSectors = (settings: readonly Setting[], source: ConfigSource): readonly Issue[] =>
  settings.flatMap(({ part, path }): readonly Issue[] => {
    if (part === undefined || isKnownSector(part)) return [];
    const meant = nearestName(part, knownSectorNames);
    if (meant === undefined) return [];
    return [
      {
        code: 'config-sector-unknown',
        level: 'unusable',
        place: source.keyPlaceOf(path),
        detail: { name: part, meant },
      },
    ];
  });

/** Where the person wrote what zod complains about: the very line, else another line of the section. */
const placeFor = (path: readonly (string | number)[], own: readonly Setting[], source: ConfigSource): Place => {
  const inSection = own.filter(({ section }) => section === path[0]);
  const exact = inSection.find(({ key, part }) => key === path[1] && (part === undefined || part === path[2]));
  const at = exact ?? inSection[0];
  if (at === undefined) return source.placeOf([]);
  const below = exact?.part === undefined ? path.slice(2) : path.slice(3);
  return source.placeOf(exact === undefined ? at.path : [...at.path, ...below]);
};

/** What zod found wrong, in words for a person. */
const problemText = (problem: z.core.$ZodIssue): string => {
  if (problem.code === 'too_big') return `at most ${String(problem.maximum)}`;
  if (problem.code === 'too_small') return `at least ${String(problem.minimum)}`;
  if (problem.code === 'invalid_value') return `one of ${problem.values.map(String).join(', ')}`;
  if (problem.code === 'invalid_type') return `a value of the kind “${problem.expected}”`;
  return problem.message;
};

/** What zod found wrong, as issues at the places where the person wrote it. */
export const shapeIssues = (
  problem: z.core.$ZodIssue,
  own: readonly Setting[],
  inForce: readonly EffectiveSetting[],
  source: ConfigSource,
): readonly Issue[] => {
  const path = problem.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (problem.code === 'unrecognized_keys') {
    const known = path.length === 1 ? knownKeys(String(path[0])) : [];
    return problem.keys.map((key) => unknownKey([...path.map(String), key], known, source.keyPlaceOf([...path, key])));
  }
  const { value, isDefault } = valueAt(path, own, inForce);
  const text = `${value === undefined ? 'missing' : JSON.stringify(value)}${isDefault ? ' (the default)' : ''}`;
  return [wrongValue(path.join('.'), text, problemText(problem), placeFor(path, own, source))];
};

/** The value that is wrong: as the person wrote it, or a default that their other values contradict. */
const valueAt = (
  path: readonly (string | number)[],
  own: readonly Setting[],
  inForce: readonly EffectiveSetting[],
): { readonly value: unknown; readonly isDefault: boolean } => {
  const [section, key, part] = path;
  const stated = own.find((one) => one.section === section && one.key === key && [undefined, part].includes(one.part));
  const found = stated ?? inForce.find((one) => one.section === section && one.key === key);
  return {
    value: inside(found?.value, path.slice(stated?.part === undefined ? 2 : 3)),
    isDefault: stated === undefined,
  };
};

/** What stands deeper inside a value. */
const inside = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );

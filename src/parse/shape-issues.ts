import type * as z from 'zod';
import type { Issue, IssueLevel } from '../model/issue.ts';
import { issueAt } from './issue-at.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { JsonDocument, JsonPath } from './read-json.ts';

const WORDS: Readonly<Record<string, string>> = {
  string: 'text in quotes',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list in square brackets',
  object: 'an object in braces',
};

const pathText = (path: JsonPath): string =>
  path
    .map((key, index) => (typeof key === 'number' ? `[${String(key + 1)}]` : `${index === 0 ? '' : '.'}${key}`))
    .join('');

const at = (value: unknown, path: JsonPath): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string | number, unknown>)[key] : undefined,
    value,
  );

const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object'
    ? 'an object'
    : typeof value === 'string'
      ? `text (“${value.slice(0, 60)}”)`
      : JSON.stringify(value);
};

const issueOf = (
  document: JsonDocument,
  fault: z.core.$ZodIssue,
  known: readonly string[],
  level: IssueLevel,
): readonly Issue[] => {
  const path = fault.path.filter((key) => typeof key !== 'symbol');
  if (fault.code === 'unrecognized_keys') {
    return fault.keys.map((key) => {
      const suggestion = nearestName(key, known) ?? '';
      return issueAt(
        'key-unknown',
        level,
        document.keyPlaceOf([...path, key]),
        { key: pathText([...path, key]), suggestion },
        key,
      );
    });
  }
  const value = at(document.value, path);
  const key = path.length === 0 ? 'the whole file' : pathText(path);
  const place = document.placeOf(path);
  if (value === undefined) return [issueAt('key-missing', level, place, { key }, key)];
  const expected =
    fault.code === 'invalid_type'
      ? (WORDS[fault.expected] ?? fault.expected)
      : fault.code === 'invalid_value'
        ? fault.values.map((each) => `“${String(each)}”`).join(' or ')
        : fault.message;
  return [issueAt('value-wrong', level, place, { key, is: kindOf(value), expected }, key)];
};

/** What zod found wrong with a JSON document, as issues with places. `known` are the keys to suggest for unknown ones. */
export const shapeIssues = (
  document: JsonDocument,
  error: z.ZodError,
  known: readonly string[],
  level: IssueLevel,
): readonly Issue[] => error.issues.flatMap((fault) => issueOf(document, fault, known, level));

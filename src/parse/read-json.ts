import { parse } from '@humanwhocodes/momoa';
import type { Issue, Parsed } from '../model/issue.ts';
import { placeText, type Place } from '../model/place.ts';
import { issueAt } from './issue-at.ts';
import { scanJson, type JsonMember, type JsonNode } from './scan-json.ts';

/** A way into a JSON document: names of keys and positions in lists. */
export type JsonPath = readonly (string | number)[];

/** A JSON document with the place of everything in it. */
export interface JsonDocument {
  readonly value: unknown;
  /** The place of the value at a path, or of the nearest thing around it when there is none. */
  readonly placeOf: (path: JsonPath) => Place;
  /** The place of the name of the last key of a path, or of the value where there is no name. */
  readonly keyPlaceOf: (path: JsonPath) => Place;
}

const DEEPEST = 64;
/** A market file of five thousand picks has fewer. */
const MOST = 25_000;
const LARGEST = 1024 * 1024;
const DIGITS = 15;
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** How much a text of JSON holds. */
interface Extent {
  readonly depth: number;
  readonly values: number;
}

/** How deep brackets nest and how many values there are, strings left out: the parser would overflow the stack on brackets alone. */
const extentOf = (text: string): Extent => {
  let depth = 0;
  let deepest = 0;
  let values = 1;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '[' || char === '{') deepest = Math.max(deepest, (depth += 1));
    else if (char === ']' || char === '}') depth -= 1;
    else if (char === ',') values += 1;
  }
  return { depth: deepest, values };
};

interface Reader {
  readonly text: string;
  readonly file: string;
  readonly issues: Issue[];
}

const placeIn = (reader: Reader, node: JsonNode): Place => ({
  file: reader.file,
  line: node.loc.start.line,
  column: node.loc.start.column,
});

const numberOf = (reader: Reader, node: JsonNode, value: number): number => {
  const written = reader.text.slice(node.loc.start.offset, node.loc.end.offset);
  const [mantissa = '', exponent] = written.toLowerCase().split('e');
  const digits = mantissa.replace(/[-.]/g, '').replace(/^0+/, '');
  const significant = (mantissa.includes('.') || exponent !== undefined ? digits.replace(/0+$/, '') : digits).length;
  const lost = value === 0 && significant > 0;
  const text = written.length > 40 ? `${written.slice(0, 40)}…` : written;
  if (!Number.isFinite(value))
    reader.issues.push(issueAt('number-not-finite', 'unusable', placeIn(reader, node), { text }));
  else if (significant > DIGITS || lost)
    reader.issues.push(issueAt('too-many-digits', 'unusable', placeIn(reader, node), { text, what: 'a number' }));
  return value;
};

const keyOf = ({ name }: JsonMember): string => (name.type === 'String' ? name.value : '');

const objectOf = (reader: Reader, { members }: Extract<JsonNode, { type: 'Object' }>): Record<string, unknown> => {
  const seen = new Map<string, Place>();
  const entries: [string, unknown][] = [];
  for (const member of members) {
    const key = keyOf(member);
    const place = placeIn(reader, member.name);
    const earlier = seen.get(key);
    if (RESERVED.has(key)) reader.issues.push(issueAt('key-reserved', 'unusable', place, { key }, key));
    else if (earlier)
      reader.issues.push(issueAt('key-twice', 'unusable', place, { key, other: placeText(earlier) }, key));
    else entries.push([key, valueOf(reader, member.value)]);
    seen.set(key, place);
  }
  return Object.fromEntries(entries);
};

const valueOf = (reader: Reader, node: JsonNode): unknown => {
  if (node.type === 'Object') return objectOf(reader, node);
  if (node.type === 'Array') return node.elements.map((element) => valueOf(reader, element.value));
  if (node.type === 'Number') return numberOf(reader, node, node.value);
  return node.type === 'String' || node.type === 'Boolean' ? node.value : null;
};

/** The members of an object by their names: an object of many keys is asked for as many places. */
const named = new WeakMap<JsonNode, ReadonlyMap<string, JsonMember>>();

const memberOf = (node: Extract<JsonNode, { type: 'Object' }>, key: string | number): JsonMember | undefined => {
  const known = named.get(node);
  if (known !== undefined) return known.get(String(key));
  const members = new Map(node.members.map((member) => [keyOf(member), member]));
  named.set(node, members);
  return members.get(String(key));
};

const step = (node: JsonNode, key: string | number): JsonNode | undefined => {
  if (node.type === 'Array' && typeof key === 'number') return node.elements[key]?.value;
  return node.type === 'Object' ? memberOf(node, key)?.value : undefined;
};

const placeOf = (reader: Reader, root: JsonNode, path: JsonPath): Place => {
  let node = root;
  for (const key of path) {
    const next = step(node, key);
    if (!next) break;
    node = next;
  }
  return placeIn(reader, node);
};

const keyPlaceOf = (reader: Reader, root: JsonNode, path: JsonPath): Place => {
  let around: JsonNode | undefined = root;
  for (const key of path.slice(0, -1)) around = around && step(around, key);
  const last = path.at(-1);
  const member = around?.type === 'Object' && last !== undefined ? memberOf(around, last) : undefined;
  return member ? placeIn(reader, member.name) : placeOf(reader, root, path);
};

const located = (error: unknown): { readonly line: number; readonly column: number } => {
  const at = error as { readonly line?: unknown; readonly column?: unknown };
  return { line: typeof at.line === 'number' ? at.line : 1, column: typeof at.column === 'number' ? at.column : 1 };
};

const refuse = (
  code: string,
  file: string,
  detail: Issue['detail'],
  at = { line: 1, column: 1 },
): Parsed<JsonDocument> => ({
  issues: [issueAt(code, 'unusable', { file, ...at }, detail)],
});

/**
 * Reads JSON strictly: what `JSON.parse` would pass over in silence (keys given twice, keys that reach into the
 * program, numbers that cannot be kept exactly) is reported with its place, and then there is no value.
 */
export const readJson = (source: string, file: string): Parsed<JsonDocument> => {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source;
  if (text.length > LARGEST)
    return refuse('too-large', file, { what: 'characters', measured: text.length, limit: LARGEST });
  const { depth, values } = extentOf(text);
  if (depth > DEEPEST)
    return refuse('too-large', file, { what: 'levels of brackets', measured: depth, limit: DEEPEST });
  if (values > MOST) return refuse('too-large', file, { what: 'values', measured: values, limit: MOST });
  const reader: Reader = { text, file, issues: [] };
  try {
    const body = scanJson(text) ?? (parse(text).body as JsonNode);
    const value = valueOf(reader, body);
    if (reader.issues.length > 0) return { issues: reader.issues };
    return {
      value: {
        value,
        placeOf: (path) => placeOf(reader, body, path),
        keyPlaceOf: (path) => keyPlaceOf(reader, body, path),
      },
      issues: [],
    };
  } catch (error) {
    const at = located(error);
    const line = text.split(/\r\n|\n|\r/)[at.line - 1] ?? '';
    return refuse('json-syntax', file, { text: line.trim().slice(0, 80) }, at);
  }
};

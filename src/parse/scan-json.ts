/** One thing in a JSON document and where it stands, in the shape of momoa's tree as far as it is read here. */
export type JsonNode = { readonly loc: Span } & (
  | { readonly type: 'Object'; readonly members: readonly JsonMember[] }
  | { readonly type: 'Array'; readonly elements: readonly { readonly value: JsonNode }[] }
  | { readonly type: 'String'; readonly value: string }
  | { readonly type: 'Number'; readonly value: number }
  | { readonly type: 'Boolean'; readonly value: boolean }
  | { readonly type: 'Null' }
);

/** A name in an object and what it stands for. */
export interface JsonMember {
  readonly name: JsonNode;
  readonly value: JsonNode;
}

interface Span {
  readonly start: Spot;
  readonly end: Spot;
}

interface Spot {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Where the scanner stands; `line` counts from one, `from` is where that line begins. */
interface Cursor {
  readonly text: string;
  at: number;
  line: number;
  from: number;
}

const STRING = /"[ !#-[\]-~]*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/y;
const WORD = /(?:true|false|null)\b/y;

const spotOf = ({ at, line, from }: Cursor): Spot => ({ line, column: at - from + 1, offset: at });

const skipSpace = (cursor: Cursor): void => {
  for (;;) {
    const unit = cursor.text.charCodeAt(cursor.at);
    if (unit !== 0x20 && unit !== 0x0a) return;
    cursor.at += 1;
    if (unit === 0x0a) [cursor.line, cursor.from] = [cursor.line + 1, cursor.at];
  }
};

/** Takes a mark, and the space before it, where it stands next. */
const takes = (cursor: Cursor, mark: string): boolean => {
  skipSpace(cursor);
  if (cursor.text[cursor.at] !== mark) return false;
  cursor.at += 1;
  return true;
};

const matched = (cursor: Cursor, pattern: RegExp): string | undefined => {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0];
  cursor.at += found?.length ?? 0;
  return found;
};

const scanString = (cursor: Cursor): JsonNode | undefined => {
  const start = spotOf(cursor);
  const written = matched(cursor, STRING);
  if (written === undefined) return undefined;
  return { type: 'String', value: written.slice(1, -1), loc: { start, end: spotOf(cursor) } };
};

/** What stands between the bracket that was taken and the one that closes it, each part taken by `part`. */
const scanParts = <T>(cursor: Cursor, close: string, part: () => T | undefined): T[] | undefined => {
  const parts: T[] = [];
  if (takes(cursor, close)) return parts;
  do {
    skipSpace(cursor);
    const next = part();
    if (next === undefined) return undefined;
    parts.push(next);
  } while (takes(cursor, ','));
  return takes(cursor, close) ? parts : undefined;
};

const scanMember = (cursor: Cursor): JsonMember | undefined => {
  const name = scanString(cursor);
  const value = name && takes(cursor, ':') ? scanValue(cursor) : undefined;
  return name && value && { name, value };
};

const scanElement = (cursor: Cursor): { readonly value: JsonNode } | undefined => {
  const value = scanValue(cursor);
  return value && { value };
};

const scanPlain = (cursor: Cursor): JsonNode | undefined => {
  const start = spotOf(cursor);
  const written = matched(cursor, NUMBER);
  if (written !== undefined) return { type: 'Number', value: Number(written), loc: { start, end: spotOf(cursor) } };
  const word = matched(cursor, WORD);
  if (word === undefined) return undefined;
  const loc = { start, end: spotOf(cursor) };
  return word === 'null' ? { type: 'Null', loc } : { type: 'Boolean', value: word === 'true', loc };
};

const scanValue = (cursor: Cursor): JsonNode | undefined => {
  skipSpace(cursor);
  const start = spotOf(cursor);
  if (takes(cursor, '{')) {
    const members = scanParts(cursor, '}', () => scanMember(cursor));
    return members && { type: 'Object', members, loc: { start, end: spotOf(cursor) } };
  }
  if (takes(cursor, '[')) {
    const elements = scanParts(cursor, ']', () => scanElement(cursor));
    return elements && { type: 'Array', elements, loc: { start, end: spotOf(cursor) } };
  }
  return cursor.text[cursor.at] === '"' ? scanString(cursor) : scanPlain(cursor);
};

/**
 * The tree of a JSON document that is plain throughout: ASCII, no escapes, spaces and line feeds between. It is the tree that
 * momoa would make; undefined for every other document, well-formed or not. Check how deep it nests first.
 */
export const scanJson = (text: string): JsonNode | undefined => {
  const cursor: Cursor = { text, at: 0, line: 1, from: 0 };
  const root = scanValue(cursor);
  skipSpace(cursor);
  return cursor.at === text.length ? root : undefined;
};

// Whatever is done to a finished record is reported with the file that it was done to: every byte, every length, every
// pair of files. No sampling.
import { beforeAll, describe, expect, test } from 'vitest';
import { entryOf, type Entry } from '../../src/journal/chain.ts';
import { JOURNAL, nameOf } from '../../src/journal/names.ts';
import { bytesOf } from '../../src/journal/text.ts';
import { verifyRecord } from '../../src/journal/verify-record.ts';
import type { Issue } from '../../src/model/issue.ts';
import { DOCUMENT_FILE } from './fake-disk.ts';
import { sha256 } from './fills.ts';
import { filesOn, sampleDisk } from './sample-record.ts';

const EVENTS = 20;

let files: ReadonlyMap<string, Uint8Array>;
let entries: ReadonlyMap<string, Entry>;
let document: Uint8Array;

beforeAll(async () => {
  const disk = await sampleDisk();
  files = filesOn(disk);
  entries = new Map([...files].map(([name, bytes]) => [name, entryOf(name, bytes, sha256)]));
  document = disk.read(DOCUMENT_FILE) ?? bytesOf('');
});

/** The faults of the record with some files replaced, added, or (undefined) removed. */
const faults = (changes: Readonly<Record<string, Uint8Array | undefined>>, text = document): readonly Issue[] => {
  const found = new Map(entries);
  for (const [name, bytes] of Object.entries(changes)) {
    if (bytes) found.set(name, entryOf(name, bytes, sha256));
    else found.delete(name);
  }
  return verifyRecord({ entries: [...found.values()], document: 'Portfolio.md', bytes: text }, sha256);
};

/** Whether a fault speaks of this file: by its place, or by a detail where two files contradict each other. */
const names = (found: readonly Issue[], file: string): boolean =>
  found.some(({ detail, place }) => place?.file.endsWith(file) === true || Object.values(detail).includes(file));

/** Every change of one file by one byte. */
const changesOf = (bytes: Uint8Array): Readonly<Record<string, (at: number) => Uint8Array>> => ({
  'a flipped bit': (at) => bytes.map((byte, index) => (index === at ? byte ^ (1 << (at % 8)) : byte)),
  'a byte less by one': (at) => bytes.map((byte, index) => (index === at ? byte - 1 : byte)),
  'cut off here': (at) => bytes.slice(0, at),
  'one byte left out': (at) => Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + 1)]),
  'a space put in': (at) => Uint8Array.from([...bytes.slice(0, at), 0x20, ...bytes.slice(at)]),
  'a byte put in twice': (at) => Uint8Array.from([...bytes.slice(0, at + 1), ...bytes.slice(at)]),
});

/** The changes that go by unreported, or without the name of the file. */
const unreported = (
  bytes: Uint8Array,
  file: string,
  check: (changed: Uint8Array) => readonly Issue[],
): readonly string[] =>
  Object.entries(changesOf(bytes)).flatMap(([what, change]) =>
    [...bytes.keys()].filter((at) => !names(check(change(at)), file)).map((at) => `${file}: ${what} at ${at}`),
  );

test('the record as it was written has no fault', () => {
  expect(files.size).toBe(EVENTS);
  expect(faults({})).toEqual([]);
});

describe('a change of one byte', () => {
  test.each(Array.from({ length: EVENTS }, (_, index) => nameOf(index + 1)))('in %s', (name) => {
    const bytes = files.get(name) ?? bytesOf('');
    expect(bytes.length).toBeGreaterThan(200);
    expect(unreported(bytes, name, (changed) => faults({ [name]: changed }))).toEqual([]);
  });

  test('in the document', () => {
    expect(unreported(document, 'Portfolio.md', (changed) => faults({}, changed))).toEqual([]);
  });

  test('at the end of any file', () => {
    for (const [name, bytes] of files)
      expect(names(faults({ [name]: Uint8Array.from([...bytes, 0x0a]) }), name)).toBe(true);
    expect(names(faults({}, Uint8Array.from([...document, 0x0a])), 'Portfolio.md')).toBe(true);
  });
});

describe('whole files', () => {
  test('any one is missing', () => {
    for (const name of files.keys()) expect(names(faults({ [name]: undefined }), name)).toBe(true);
    const gone = verifyRecord({ entries: [...entries.values()], document: 'Portfolio.md', bytes: undefined }, sha256);
    expect(gone.map(({ code, place }) => [code, place?.file])).toEqual([['file-missing', 'Portfolio.md']]);
  });

  test('the last ones are missing, or all', () => {
    for (let left = 0; left < EVENTS; left += 1) {
      const tail = Array.from({ length: EVENTS - left }, (_, index) => nameOf(left + 1 + index));
      const found = faults(Object.fromEntries(tail.map((name) => [name, undefined])));
      expect(found.map(({ code, place }) => [code, place?.file])).toEqual([
        ['record-cut-short', `${JOURNAL}/${nameOf(left + 1)}`],
      ]);
    }
  });

  test('any two are exchanged, or one stands in for another', () => {
    for (const [a, first] of files) {
      for (const [b, second] of files) {
        if (a === b) continue;
        const exchanged = faults({ [a]: second, [b]: first });
        expect(names(exchanged, a) && names(exchanged, b), `${a} and ${b}`).toBe(true);
        expect(names(faults({ [a]: second }), a), `${b} in place of ${a}`).toBe(true);
      }
    }
  });

  test('any one is there again as the next', () => {
    for (const bytes of files.values()) {
      const found = faults({ [nameOf(EVENTS + 1)]: bytes });
      expect(names(found, nameOf(EVENTS + 1))).toBe(true);
    }
  });

  test.each([
    '00000000.json',
    '00000003.json.bak',
    '3.json',
    '000000003.json',
    'notes.txt',
    '.hidden',
    '99999999.json',
  ])('%s is added', (name) => {
    const found = faults({ [name]: files.get(nameOf(3)) });
    expect(names(found, name)).toBe(true);
    expect(found.every(({ level }) => level === 'block')).toBe(true);
  });

  test('what a stopped process left is only noted', () => {
    const found = faults({ '.writing-12-1': bytesOf('{') });
    expect(found.map(({ code, level, place }) => [code, level, place?.file])).toEqual([
      ['record-leftover', 'note', `${JOURNAL}/.writing-12-1`],
    ]);
  });
});

test('an older document is told from one that was changed', () => {
  const changed = (text: string): readonly string[] => faults({}, bytesOf(text)).map(({ code }) => code);
  const text = new TextDecoder().decode(document);
  const older = text.replace(/po:journal 20 \w+/, `po:journal 19 ${entries.get(nameOf(19))?.digest ?? ''}`);
  expect(changed(older)).toEqual(['document-behind']);
  expect(changed(older.replace('Fills: 13', 'Fills: 12'))).toEqual(['document-edited']);
  expect(changed(older.replace('- fill E12\n', '').replace('Fills: 13', 'Fills: 12'))).toEqual(['document-behind']);
  expect(changed(text.replace(/<!--.*-->\n/, ''))).toEqual(['anchor-missing']);
  expect(changed(`${text}one more line\n`)).toEqual(['anchor-missing']);
});

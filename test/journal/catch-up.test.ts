import { beforeEach, describe, expect, test } from 'vitest';
import { splitAnchor, withAnchor } from '../../src/model/anchor.ts';
import { append } from '../../src/journal/append.ts';
import { catchUp, type CaughtUp } from '../../src/journal/catch-up.ts';
import { JOURNAL, nameOf } from '../../src/journal/names.ts';
import { openJournal } from '../../src/journal/read-journal.ts';
import { bytesOf } from '../../src/journal/text.ts';
import type { Issue, Parsed } from '../../src/model/issue.ts';
import { DOCUMENT_FILE, fakeDisk, HOME, type FakeDisk } from './fake-disk.ts';
import { amend, decideOn, DOCUMENT, fillOf } from './fills.ts';
import { documentOn } from './invariants.ts';
import { accessTo, quietDisk } from './quiet-disk.ts';

let disk: FakeDisk;

const save = (text: string): void => {
  disk.save(DOCUMENT_FILE, bytesOf(text));
};

const access = () => accessTo(quietDisk(disk), String((processes += 1)));
let processes = 0;

const inOrder = async (asItStands = false): Promise<Parsed<CaughtUp>> => catchUp(access(), { amend, asItStands });

/** Records a fill and stops before the document is written. */
const fillOnly = async (id: string): Promise<void> => {
  const { value: book } = await openJournal(access());
  if (book) await append(access(), book, decideOn(fillOf(id)));
};

const fill = async (id: string): Promise<void> => {
  await fillOnly(id);
  await inOrder();
};

const kinds = ({ value }: Parsed<CaughtUp>): readonly string[] | undefined => value?.recorded.map(({ kind }) => kind);
const codes = ({ issues }: { readonly issues: readonly Issue[] }) =>
  issues.map(({ code, place }) => [code, place?.file]);
const body = (): string => splitAnchor(documentOn(disk)).body;

beforeEach(async () => {
  disk = fakeDisk();
  save(DOCUMENT);
  await inOrder();
});

describe('a document without a record', () => {
  test('is adopted as it is, and gets its anchor', async () => {
    disk = fakeDisk();
    save('\ufeffanything\r\nat all');
    const done = await inOrder();
    expect(kinds(done)).toEqual(['adopted']);
    expect(done.value?.rewritten).toBe(true);
    expect(documentOn(disk)).toBe(
      withAnchor('\ufeffanything\r\nat all', done.value?.book.head ?? { seq: 0, digest: '' }),
    );
  });

  test('that is not there, or no text, is refused', async () => {
    disk = fakeDisk();
    expect(codes(await inOrder())).toEqual([['file-missing', 'Portfolio.md']]);
    disk.save(DOCUMENT_FILE, Uint8Array.from([0xff, 0xfe]));
    expect(codes(await inOrder())).toEqual([['file-not-text', 'Portfolio.md']]);
    expect(disk.list(`${HOME}/${JOURNAL}`)).toEqual([]);
  });
});

describe('a document in order', () => {
  test('is left alone', async () => {
    const before = disk.read(DOCUMENT_FILE);
    const done = await inOrder();
    expect([kinds(done), done.value?.rewritten]).toEqual([[], false]);
    expect(disk.read(DOCUMENT_FILE)).toBe(before);
  });
});

describe('a document behind its record', () => {
  test('is written forward', async () => {
    await fillOnly('E1');
    await fillOnly('E2');
    const done = await inOrder();
    expect([kinds(done), done.value?.rewritten]).toEqual([[], true]);
    expect(body()).toBe('# Portfolio\n\nFills: 2\n\n## Fills\n- fill E2\n- fill E1\n');
  });

  test('gets its anchor where that is missing and the body is the record’s', async () => {
    save(body());
    expect(kinds(await inOrder())).toEqual([]);
    expect(splitAnchor(documentOn(disk)).anchor?.seq).toBe(1);
  });
});

describe('a document that was edited by hand', () => {
  test('is recorded as it is, and only its anchor changes', async () => {
    save(documentOn(disk).replace('# Portfolio\n', '# Mine\n'));
    expect(kinds(await inOrder())).toEqual(['edited']);
    expect(body()).toBe(DOCUMENT.replace('# Portfolio\n', '# Mine\n'));
    expect(kinds(await inOrder())).toEqual([]);
  });

  test('gets the fills that it did not have yet', async () => {
    await fillOnly('E1');
    save(documentOn(disk).replace('# Portfolio\n', '# Mine\n'));
    const done = await inOrder();
    expect(kinds(done)).toEqual(['edited']);
    expect(body()).toBe('# Mine\n\nFills: 1\n\n## Fills\n- fill E1\n');
    const [event] = done.value?.recorded ?? [];
    expect(event?.kind === 'edited' && event.document.edits).toEqual([
      { line: 1, removed: ['# Portfolio\n'], added: ['# Mine\n'] },
    ]);
  });

  test('is refused, and kept, where a fill finds no place in it', async () => {
    await fillOnly('E1');
    const edited = documentOn(disk).replace('## Fills\n', '');
    save(edited);
    expect(codes(await inOrder())).toEqual([['no-room-for-fills', undefined]]);
    expect(documentOn(disk)).toBe(edited);
    expect(disk.list(`${HOME}/${JOURNAL}`)).toEqual([nameOf(1), nameOf(2)]);
  });

  test('in an editor that was left open keeps both edits', async () => {
    const old = documentOn(disk);
    save(old.replace('# Portfolio\n', '# Mine\n'));
    await inOrder();
    await fill('E1');
    save(old.replace('# Portfolio\n', '# Mine\nnote\n'));
    expect(kinds(await inOrder())).toEqual(['edited']);
    expect(body()).toBe('# Mine\nnote\n\nFills: 1\n\n## Fills\n- fill E1\n');
  });

  test('so that a recorded edit is gone is for the person to decide', async () => {
    const old = documentOn(disk);
    save(old.replace('# Portfolio\n', '# Mine\n'));
    await inOrder();
    for (const text of [old, old.replace('Fills: 0', 'Fills: 0\nnote')]) {
      save(text);
      expect(codes(await inOrder())).toEqual([['edit-overwritten', `${JOURNAL}/${nameOf(2)}`]]);
      expect(documentOn(disk)).toBe(text);
    }
    save(splitAnchor(old).body);
    expect(kinds(await inOrder(true))).toEqual(['edited']);
    expect(body()).toBe(DOCUMENT);
  });

  test('so that deleted lines are back is for the person to decide', async () => {
    save(documentOn(disk).replace('# Portfolio\n', '# Portfolio\nold\n'));
    await inOrder();
    const old = documentOn(disk);
    save(old.replace('old\n', ''));
    await inOrder();
    save(old.replace('Fills: 0', 'Fills: 0\nnote'));
    expect(codes(await inOrder())).toEqual([['edit-overwritten', `${JOURNAL}/${nameOf(3)}`]]);
  });

  test('so that the anchor is gone is for the person to decide', async () => {
    await fill('E1');
    const rewritten = DOCUMENT.replace('# Portfolio\n', '# New\n');
    save(rewritten);
    const refused = await inOrder();
    expect(codes(refused)).toEqual([['anchor-missing', 'Portfolio.md']]);
    expect(refused.issues[0]?.detail['seq']).toBe(2);
    expect(documentOn(disk)).toBe(rewritten);
    expect(kinds(await inOrder(true))).toEqual(['edited']);
    expect(body()).toBe(rewritten);
  });
});

describe('an anchor of another record', () => {
  test('later than the head', async () => {
    const text = documentOn(disk).replace('po:journal 1 ', 'po:journal 2 ');
    save(text);
    expect(codes(await inOrder())).toEqual([['record-cut-short', `${JOURNAL}/${nameOf(2)}`]]);
    expect(documentOn(disk)).toBe(text);
  });

  test('with another digest', async () => {
    save(documentOn(disk).replace(/[0-9a-f]{64}/, 'f'.repeat(64)));
    expect(codes(await inOrder())).toEqual([['record-changed', `${JOURNAL}/${nameOf(1)}`]]);
  });

  test('where there is no record at all', async () => {
    const text = documentOn(disk);
    disk = fakeDisk();
    save(text);
    expect(codes(await inOrder())).toEqual([['record-cut-short', `${JOURNAL}/${nameOf(1)}`]]);
    expect(disk.list(`${HOME}/${JOURNAL}`)).toEqual([]);
  });
});

test('a record that is broken is not built on', async () => {
  await fill('E1');
  disk.remove(`${HOME}/${JOURNAL}/${nameOf(1)}`);
  expect(codes(await inOrder())).toEqual([['record-missing', `${JOURNAL}/${nameOf(1)}`]]);
  expect(codes(await openJournal(access()))).toEqual([['record-missing', `${JOURNAL}/${nameOf(1)}`]]);
});

test('a hidden file in the folder of the record disturbs nobody, any other is for the person to look at', async () => {
  disk.save(`${HOME}/${JOURNAL}/.DS_Store`, bytesOf('x'));
  await fill('E1');
  expect(body()).toContain('- fill E1\n');
  disk.save(`${HOME}/${JOURNAL}/00000003 (copy).json`, bytesOf('x'));
  expect(codes(await inOrder())).toEqual([['record-stray', `${JOURNAL}/00000003 (copy).json`]]);
});

test('nothing is left lying about', async () => {
  await fill('E1');
  expect(disk.list(HOME)).toEqual(['Portfolio.md', 'plans']);
  expect(disk.list(`${HOME}/${JOURNAL}`)).toEqual([nameOf(1), nameOf(2)]);
});

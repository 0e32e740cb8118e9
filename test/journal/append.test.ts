import { beforeEach, describe, expect, test } from 'vitest';
import { append, type Decide } from '../../src/journal/append.ts';
import { EMPTY_BOOK, type Book } from '../../src/journal/book.ts';
import { catchUp } from '../../src/journal/catch-up.ts';
import { JOURNAL, nameOf } from '../../src/journal/names.ts';
import { openJournal } from '../../src/journal/read-journal.ts';
import { bytesOf } from '../../src/journal/text.ts';
import { writeNew } from '../../src/journal/write-new.ts';
import { DOCUMENT_FILE, fakeDisk, failure, HOME, type FakeDisk } from './fake-disk.ts';
import { amend, decideOn, DOCUMENT, fillOf } from './fills.ts';
import { bookOn } from './invariants.ts';
import { accessTo, quietDisk } from './quiet-disk.ts';

let disk: FakeDisk;
let book: Book;

beforeEach(async () => {
  disk = fakeDisk();
  disk.save(DOCUMENT_FILE, bytesOf(DOCUMENT));
  const { value } = await catchUp(accessTo(quietDisk(disk)), { amend, asItStands: false });
  book = value?.book ?? EMPTY_BOOK;
});

const ids = (): readonly (string | undefined)[] | undefined => bookOn(disk)?.fills.map(({ fill }) => fill.id);

describe('what is to be recorded', () => {
  test('is judged again by the longer record when somebody was faster', async () => {
    await append(accessTo(quietDisk(disk), 'fast'), book, decideOn(fillOf('E1')));
    const heads: number[] = [];
    const decide: Decide = (now) => {
      heads.push(now.head.seq);
      return decideOn(fillOf('E2'))(now);
    };
    const { value } = await append(accessTo(quietDisk(disk), 'slow'), book, decide);
    expect(heads).toEqual([1, 2]);
    expect(value?.event?.seq).toBe(3);
    expect(value?.book).toEqual(bookOn(disk));
    expect(ids()).toEqual(['E1', 'E2']);
  });

  test('is not recorded when the longer record has it already', async () => {
    await append(accessTo(quietDisk(disk), 'fast'), book, decideOn(fillOf('E1')));
    const { value, issues } = await append(accessTo(quietDisk(disk), 'slow'), book, decideOn(fillOf('E1')));
    expect([value?.event, value?.book.head.seq, issues]).toEqual([undefined, 2, []]);
    expect(ids()).toEqual(['E1']);
  });

  test('is not recorded where it may not be', async () => {
    const issue = { code: 'no', level: 'block', detail: {} } as const;
    expect(await append(accessTo(quietDisk(disk)), book, () => ({ issues: [issue] }))).toEqual({ issues: [issue] });
    expect(disk.list(`${HOME}/${JOURNAL}`)).toEqual([nameOf(1)]);
  });

  test('is not built on a record that was broken meanwhile', async () => {
    disk.save(`${HOME}/${JOURNAL}/${nameOf(2)}`, bytesOf('{}'));
    const { value, issues } = await append(accessTo(quietDisk(disk)), book, decideOn(fillOf('E1')));
    expect(value).toBeUndefined();
    expect(issues.map(({ code, place }) => [code, place?.file])).toEqual([
      ['record-unreadable', `${JOURNAL}/${nameOf(2)}`],
    ]);
  });

  test('that nobody could read back is a bug, and is not written', async () => {
    const endless: Decide = () => ({
      value: { kind: 'rejected', plan: 'p', by: 'K', reason: undefined as unknown as string },
      issues: [],
    });
    await expect(append(accessTo(quietDisk(disk)), book, endless)).rejects.toThrow('cannot be read back');
    const unfit: Decide = () => ({ value: { kind: 'dismissed', of: 7, reason: 'x' }, issues: [] });
    await expect(append(accessTo(quietDisk(disk)), book, unfit)).rejects.toThrow('does not fit');
    expect(disk.list(`${HOME}/${JOURNAL}`)).toEqual([nameOf(1)]);
  });
});

test('what was read of the record is safe from a power cut before anything follows from it', async () => {
  const calls: string[] = [];
  const quiet = quietDisk(disk);
  const watched = {
    ...quiet,
    syncFolder: async (folder: string) => {
      calls.push(folder);
      await quiet.syncFolder(folder);
    },
  };
  const { value: read } = await openJournal(accessTo(watched));
  expect(calls).toEqual([`${HOME}/${JOURNAL}`]);
  await openJournal(accessTo(watched), read);
  expect(calls.length).toBe(1);
});

describe('a new file', () => {
  const bytes = bytesOf('0123456789');

  test('is written whole although the disk takes a little at a time', async () => {
    const quiet = quietDisk(disk);
    const slow = {
      ...quiet,
      create: async (file: string, like: string) => {
        const handle = await quiet.create(file, like);
        return { ...handle, write: (part: Uint8Array) => handle.write(part.slice(0, 3)) };
      },
    };
    await writeNew(slow, `${HOME}/x`, bytes, DOCUMENT_FILE);
    expect(disk.read(`${HOME}/x`)).toEqual(bytes);
  });

  test('that the disk takes no more of is gone again, and the error says that the disk is full', async () => {
    const quiet = quietDisk(disk);
    const full = {
      ...quiet,
      create: async (file: string, like: string) => ({
        ...(await quiet.create(file, like)),
        write: () => Promise.resolve(0),
      }),
    };
    await expect(writeNew(full, `${HOME}/x`, bytes, DOCUMENT_FILE)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(disk.list(HOME)).not.toContain('x');
  });

  test('that cannot be taken away again does not hide what went wrong first', async () => {
    const quiet = quietDisk(disk);
    const broken = {
      ...quiet,
      create: async (file: string, like: string) => ({
        ...(await quiet.create(file, like)),
        sync: () => Promise.reject(failure('EIO')),
        close: () => Promise.reject(failure('EBADF')),
      }),
      remove: () => Promise.reject(failure('EROFS')),
    };
    await expect(writeNew(broken, `${HOME}/x`, bytes, DOCUMENT_FILE)).rejects.toMatchObject({ code: 'EIO' });
  });
});

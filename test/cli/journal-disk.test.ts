// The real disk keeps what the record expects of one. What only a broken disk does is in test/journal.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { JOURNAL_DISK as disk } from '../../src/cli/journal-disk.ts';
import { sha256 } from '../../src/cli/digest.ts';
import type { Access } from '../../src/journal/access.ts';
import { append } from '../../src/journal/append.ts';
import { catchUp } from '../../src/journal/catch-up.ts';
import { JOURNAL } from '../../src/journal/names.ts';
import { readEntries } from '../../src/journal/read-journal.ts';
import { bytesOf } from '../../src/journal/text.ts';
import { verifyRecord } from '../../src/journal/verify-record.ts';
import { amend, decideOn, DOCUMENT, fillOf } from '../journal/fills.ts';

let home: string;
const at = (name: string): string => path.join(home, name);

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'po-journal-'));
});

afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

test('what is not there is no error where nothing is expected', async () => {
  mkdirSync(at('folder'));
  expect(await disk.list(at('nothing'))).toEqual([]);
  expect(await disk.read(at('nothing'))).toBeUndefined();
  expect(await disk.read(at('folder'))).toBeUndefined();
  await disk.makeFolder(at('folder'));
  await expect(disk.makeFolder(at('nothing/below'))).rejects.toMatchObject({ code: 'ENOENT' });
  writeFileSync(at('file'), '');
  await expect(disk.list(at('file'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

test('a file is made once, by one, for the same readers', async () => {
  for (const mode of [0o600, 0o664]) {
    writeFileSync(at('like'), '');
    chmodSync(at('like'), mode);
    const file = await disk.create(at('new'), at('like'));
    await expect(disk.create(at('new'), at('like'))).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await file.write(bytesOf('abc'))).toBe(3);
    await file.sync();
    await file.close();
    expect(readFileSync(at('new'), 'utf8')).toBe('abc');
    if (process.platform !== 'win32') expect(statSync(at('new')).mode & 0o777).toBe(mode);
    await disk.remove(at('new'));
  }
});

test('a name is given once', async () => {
  writeFileSync(at('a'), 'a');
  writeFileSync(at('b'), 'b');
  expect(await disk.link(at('a'), at('name'))).toBe('linked');
  expect(await disk.link(at('b'), at('name'))).toBe('exists');
  expect(readFileSync(at('name'), 'utf8')).toBe('a');
  await expect(disk.link(at('nothing'), at('other'))).rejects.toMatchObject({ code: 'ENOENT' });
  await disk.rename(at('b'), at('name'));
  expect(readFileSync(at('name'), 'utf8')).toBe('b');
  await disk.syncFolder(home);
  expect((await disk.list(home)).toSorted()).toEqual(['a', 'name']);
});

test('sixteen writers at once lose nothing, and the record verifies', async () => {
  writeFileSync(at('Portfolio.md'), DOCUMENT);
  const record = async (writer: number): Promise<void> => {
    let names = 0;
    const unique = (): string => `${writer}-${(names += 1)}`;
    const access: Access = { disk, digest: sha256, home, document: 'Portfolio.md', unique, at: '2026-01-08T16:00:00Z' };
    const { value } = await catchUp(access, { amend, asItStands: false });
    for (const id of [`E${writer}`, 'shared', `F${writer}`])
      if (value) await append(access, value.book, decideOn(fillOf(id)));
    await catchUp(access, { amend, asItStands: false });
  };
  await Promise.all(Array.from({ length: 16 }, (_, writer) => record(writer)));
  const entries = await readEntries({ disk, digest: sha256, home });
  const bytes = readFileSync(at('Portfolio.md'));
  expect(verifyRecord({ entries, document: 'Portfolio.md', bytes }, sha256)).toEqual([]);
  expect(entries.length).toBe(1 + 33);
  expect(bytes.toString()).toContain('Fills: 33\n');
  expect((await disk.list(at(JOURNAL))).length).toBe(entries.length);
  expect((await disk.list(home)).toSorted()).toEqual(['Portfolio.md', 'plans']);
});

// Every code that the record complains with has its words, and they find what they print.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { splitAnchor } from '../../src/model/anchor.ts';
import { entryOf } from '../../src/journal/chain.ts';
import { catchUp } from '../../src/journal/catch-up.ts';
import { nameOf } from '../../src/journal/names.ts';
import { bytesOf } from '../../src/journal/text.ts';
import { verifyRecord } from '../../src/journal/verify-record.ts';
import type { Issue } from '../../src/model/issue.ts';
import { issueWords } from '../../src/report/issue-words.ts';
import { DOCUMENT_FILE, fakeDisk } from './fake-disk.ts';
import { amend, DOCUMENT, sha256 } from './fills.ts';
import { documentOn } from './invariants.ts';
import { accessTo, quietDisk } from './quiet-disk.ts';
import { filesOn, sampleDisk } from './sample-record.ts';

const folder = path.resolve(import.meta.dirname, '../../src/journal');
const codes = readdirSync(folder)
  .flatMap((file) => [
    ...readFileSync(path.join(folder, file), 'utf8').matchAll(/'((?:record|edit|anchor|document|file)-[a-z-]+)'/g),
  ])
  .map((match) => match[1] ?? '');

const complaints = async (): Promise<readonly Issue[]> => {
  const disk = await sampleDisk();
  const files = filesOn(disk);
  const text = documentOn(disk);
  const printed = (seq: number): string => new TextDecoder().decode(files.get(nameOf(seq)));
  const faults = (
    document: Uint8Array | undefined,
    changes: Readonly<Record<string, string>> = {},
  ): readonly Issue[] => {
    const found = new Map([...files].filter(([name]) => changes[name] !== ''));
    for (const [name, content] of Object.entries(changes)) if (content !== '') found.set(name, bytesOf(content));
    const entries = [...found].map(([name, bytes]) => entryOf(name, bytes, sha256));
    return verifyRecord({ entries, document: 'Portfolio.md', bytes: document }, sha256);
  };
  const taken = fakeDisk();
  const settle = async (document: string): Promise<readonly Issue[]> => {
    taken.save(DOCUMENT_FILE, bytesOf(document));
    return (await catchUp(accessTo(quietDisk(taken)), { amend, asItStands: false })).issues;
  };
  await settle(DOCUMENT);
  const first = documentOn(taken);
  await settle(first.replace('# Portfolio', '# Mine'));
  const last = nameOf(20);
  const unfit = (from: string, to: string): readonly Issue[] =>
    faults(bytesOf(text), { [last]: printed(20).replace(from, to) });
  return [
    ...faults(undefined),
    ...faults(Uint8Array.from([0xff])),
    ...faults(bytesOf(splitAnchor(text).body)),
    ...faults(bytesOf(`x${text}`)),
    ...faults(bytesOf(text), { [last]: '' }),
    ...faults(bytesOf(text.replace(/20 \w+ -->/, `19 ${sha256(files.get(nameOf(19)) ?? bytesOf(''))} -->`))),
    ...faults(bytesOf(text), { [nameOf(3)]: '', [nameOf(5)]: printed(6), [nameOf(8)]: '{}', 'notes.txt': 'x' }),
    ...faults(bytesOf(text), { [nameOf(1)]: printed(1).replace(/0{64}/, '1'.repeat(64)), '.writing-1': 'x' }),
    ...unfit('"line": 3', '"line": 4'),
    ...faults(bytesOf(text), {
      [last]: printed(14)
        .replace('"seq": 14', '"seq": 20')
        .replace(/[0-9a-f]{64}/, sha256(files.get(nameOf(19)) ?? bytesOf(''))),
    }),
    ...(await settle(first.replace('Fills', 'x\nFills'))),
  ];
};

test('the words of every complaint', async () => {
  const found = await complaints();
  expect([...new Set(found.map(({ code }) => code))].sort()).toEqual([...new Set(codes)].sort());
  for (const issue of found) {
    const words = issueWords(issue);
    expect(words.is, issue.code).not.toBe('');
    expect(words.do, issue.code).not.toBe('');
    expect(words.is.endsWith(': '), words.is).toBe(false);
  }
});

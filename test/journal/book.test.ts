import { beforeAll, describe, expect, test } from 'vitest';
import type { Book } from '../../src/journal/book.ts';
import { chainOf, entryOf, NO_HEAD, type Link } from '../../src/journal/chain.ts';
import { fold, foldOn, textAfter } from '../../src/journal/fold.ts';
import { JOURNAL, nameOf } from '../../src/journal/names.ts';
import type { JournalEvent } from '../../src/model/event.ts';
import { sha256 } from './fills.ts';
import { filesOn, sampleDisk } from './sample-record.ts';

let links: readonly Link[];
let book: Book;

beforeAll(async () => {
  const entries = [...filesOn(await sampleDisk())].map(([name, bytes]) => entryOf(name, bytes, sha256));
  links = chainOf(entries.toReversed()).value ?? [];
  const folded = fold(links, sha256);
  if (folded.value === undefined) throw new Error('the sample does not fold');
  book = folded.value;
});

describe('the book of a record', () => {
  test('holds every event in its place', () => {
    expect(book.events.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(book.head).toEqual({ seq: 20, digest: links.at(-1)?.digest });
    expect(book.fills.map(({ fill }) => fill.id)).toEqual([
      ...Array.from({ length: 9 }, (_, index) => `E${index + 1}`),
      'Q1',
      'E10',
      'E11',
      'E12',
    ]);
    expect(book.approvals.map(({ seq }) => seq)).toEqual([15]);
    expect(book.rejections.map(({ seq }) => seq)).toEqual([16]);
  });

  test('holds what is quarantined until it is settled', () => {
    const openAfter = (seq: number) => fold(links.slice(0, seq), sha256).value?.quarantined.map((one) => one.seq);
    expect([10, 11, 12, 13, 14].map(openAfter)).toEqual([[], [11], [11, 12], [12], []]);
  });

  test('holds the document as it was after every event', () => {
    expect(book.text.split('\n').slice(0, 3)).toEqual(['# Portfolio of “K”', '', 'Fills: 13']);
    for (let seq = 0; seq <= 20; seq += 1)
      expect(textAfter(book, seq), `${seq}`).toBe(fold(links.slice(0, seq), sha256).value?.text);
  });

  test('is the same when it is continued', () => {
    for (let seq = 0; seq <= 20; seq += 1) {
      const first = fold(links.slice(0, seq), sha256).value;
      expect(first && foldOn(first, links.slice(seq), sha256).value).toEqual(book);
    }
  });
});

describe('an event that cannot follow', () => {
  const codeAfter = (seq: number, change: (event: JournalEvent) => JournalEvent) => {
    const spoilt = links.map((link) => (link.event.seq === seq ? { ...link, event: change(link.event) } : link));
    const { value, issues } = fold(spoilt, sha256);
    expect(value).toBeUndefined();
    return issues.map(({ code, place, detail }) => [code, place?.file, Object.keys(detail)]);
  };
  const fault = (seq: number, reason: string) => [['record-impossible', `${JOURNAL}/${nameOf(seq)}`, ['file', reason]]];

  test('a change that begins with another document', () => {
    const other = { before: sha256(new Uint8Array([1])) };
    expect(
      codeAfter(5, (event) => ('document' in event ? { ...event, document: { ...event.document, ...other } } : event)),
    ).toEqual(fault(5, 'document'));
  });

  test('a change that ends with another document', () => {
    const other = { after: sha256(new Uint8Array([1])) };
    expect(
      codeAfter(5, (event) => ('document' in event ? { ...event, document: { ...event.document, ...other } } : event)),
    ).toEqual(fault(5, 'document'));
  });

  test('edits of lines that are not there', () => {
    const edits = [{ line: 1, removed: ['# Portfolio of somebody else\n'], added: ['x\n'] }];
    expect(
      codeAfter(5, (event) => ('document' in event ? { ...event, document: { ...event.document, edits } } : event)),
    ).toEqual(fault(5, 'document'));
  });

  test('a document that is adopted twice, or late', () => {
    expect(codeAfter(17, (event) => (event.kind === 'edited' ? { ...event, kind: 'adopted' } : event))).toEqual(
      fault(17, 'adopted'),
    );
    expect(codeAfter(1, (event) => (event.kind === 'adopted' ? { ...event, kind: 'edited' } : event))).toEqual(
      fault(1, 'adopted'),
    );
  });

  test('a settlement of something that is not open', () => {
    for (const of of [12, 3, 99])
      expect(codeAfter(13, (event) => (event.kind === 'recorded' ? { ...event, of } : event))).toEqual(
        of === 12 ? fault(14, 'of') : fault(13, 'of'),
      );
  });
});

describe('the chain', () => {
  test('may be continued from any event', () => {
    for (let seq = 0; seq < 20; seq += 1) {
      const from = seq === 0 ? NO_HEAD : { seq, digest: links[seq - 1]?.digest ?? '' };
      const rest = links.slice(seq).map(({ event, digest }) => ({ name: nameOf(event.seq), digest, event }));
      expect(chainOf(rest, from).value).toEqual(links.slice(seq));
      expect(chainOf(rest, { seq, digest: 'f'.repeat(64) }).issues.map(({ code }) => code)).toEqual([
        seq === 0 ? 'record-first-continues' : 'record-changed',
      ]);
    }
  });

  test('names the first file of every gap, and everything else that is wrong', () => {
    const entries = links.map(({ event, digest }) => ({ name: nameOf(event.seq), digest, event }));
    const found = chainOf([
      ...entries.filter(({ event }) => ![4, 5, 9].includes(event.seq)),
      { name: 'x', digest: '' },
    ]);
    expect(found.value).toBeUndefined();
    expect(found.issues.map(({ code, place }) => [code, place?.file])).toEqual([
      ['record-stray', `${JOURNAL}/x`],
      ['record-missing', `${JOURNAL}/${nameOf(4)}`],
      ['record-missing', `${JOURNAL}/${nameOf(9)}`],
    ]);
  });
});

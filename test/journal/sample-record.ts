// A record of twenty events, every kind among them, written by the protocol itself.
import { append } from '../../src/journal/append.ts';
import type { Book } from '../../src/journal/book.ts';
import { catchUp } from '../../src/journal/catch-up.ts';
import { changeBetween } from '../../src/journal/document-change.ts';
import { JOURNAL } from '../../src/journal/names.ts';
import { bytesOf } from '../../src/journal/text.ts';
import type { Happening } from '../../src/model/event.ts';
import { DOCUMENT_FILE, fakeDisk, HOME, type FakeDisk } from './fake-disk.ts';
import { amend, decideOn, DOCUMENT, fillOf, sha256 } from './fills.ts';
import { documentOn } from './invariants.ts';
import { accessTo, quietDisk } from './quiet-disk.ts';

const PLAN = '0123456789ab';

const quarantined = (id: string): Happening => {
  const { alarms: _alarms, plan: _plan, order: _order, ...reported } = fillOf(id);
  const place = { file: 'transactions.csv', line: 7, column: 1 };
  return { kind: 'quarantined', plan: PLAN, reported: { ...reported, place }, reason: 'oversell', detail: { held: 3 } };
};

const recorded = (book: Book, of: number, id: string): Happening => {
  const { order: _order, ...fill } = fillOf(id);
  const after = amend(book.text, fill).value ?? '';
  const alarms = [{ code: 'outside-collar', detail: { bps: 12, side: 'SELL', late: true } }];
  const document = changeBetween(book.text, after, sha256);
  return { kind: 'recorded', of, reason: 'an order by hand', fill: { ...fill, alarms }, document };
};

const approved: Happening = {
  kind: 'approved',
  plan: PLAN,
  planSha256: 'ab'.repeat(32),
  by: 'Master-Architect',
  reason: 'falls due on Friday',
  excepted: [{ code: 'sector_cap', subject: 'Materials' }],
  until: '2026-01-08T16:30:00-05:00',
};

/** The disk with the record, and its document in order. */
export const sampleDisk = async (): Promise<FakeDisk> => {
  const disk = fakeDisk();
  disk.save(DOCUMENT_FILE, bytesOf(DOCUMENT));
  const access = accessTo(quietDisk(disk));
  const inOrder = async (): Promise<Book> => {
    const { value } = await catchUp(access, { amend, asItStands: false });
    if (value === undefined) throw new Error('the document is not in order');
    return value.book;
  };
  const record = async (decide: (book: Book) => Happening): Promise<void> => {
    await append(access, await inOrder(), (book) => ({ value: decide(book), issues: [] }));
  };
  for (let n = 1; n <= 9; n += 1) await append(access, await inOrder(), decideOn(fillOf(`E${n}`)));
  await record(() => quarantined('Q1')); // 11
  await record(() => quarantined('Q2')); // 12
  await record((book) => recorded(book, 11, 'Q1')); // 13
  await record(() => ({ kind: 'dismissed', of: 12, reason: 'typed twice' })); // 14
  await record(() => approved); // 15
  await record(() => ({ kind: 'rejected', plan: PLAN, by: 'Trader', reason: 'the market has moved' })); // 16
  await inOrder();
  disk.save(DOCUMENT_FILE, bytesOf(documentOn(disk).replace('# Portfolio', '# Portfolio of “K”'))); // 17
  for (let n = 10; n <= 12; n += 1) await append(access, await inOrder(), decideOn(fillOf(`E${n}`)));
  await inOrder();
  return disk;
};

/** The bytes of the record's files, by name. */
export const filesOn = (disk: FakeDisk): ReadonlyMap<string, Uint8Array> =>
  new Map(
    disk.list(`${HOME}/${JOURNAL}`).map((name) => [name, disk.read(`${HOME}/${JOURNAL}/${name}`) ?? bytesOf('')]),
  );

// A whole life of a record: processes that are interleaved, stopped and failed at any call to the disk, power cuts, and a
// person who edits the document meanwhile. The same seed lives the same life.
import type { Access } from '../../src/journal/access.ts';
import type { Book } from '../../src/journal/book.ts';
import { chainOf, entryOf, type Entry } from '../../src/journal/chain.ts';
import type { JournalDisk } from '../../src/journal/disk.ts';
import { fold } from '../../src/journal/fold.ts';
import { JOURNAL } from '../../src/journal/names.ts';
import { bytesOf, linesOf, textOf } from '../../src/journal/text.ts';
import { verifyRecord } from '../../src/journal/verify-record.ts';
import { fillCommand, type Outcome } from './commands.ts';
import { diceOf, type Dice } from './dice.ts';
import { fakeDisk, type FakeDisk } from './fake-disk.ts';
import { DOCUMENT, fillLine, sha256 } from './fills.ts';
import { personWith, type Person } from './person.ts';
import { processOn, type Fate, type Process } from './process.ts';

/** A mistake planted under the protocol: what it sees instead of the disk. `acknowledge` lies to the person. */
export type Canary = (disk: JournalDisk, acknowledge: () => void) => JournalDisk;

export const HOME = '/home';
export const DOCUMENT_FILE = `${HOME}/Portfolio.md`;

const CHAOS_STEPS = 700;
const MOST_STEPS = 5_000;
/** The calls at which a stop is most awkward; it comes there more often. */
const AWKWARD: readonly string[] = ['link', 'rename', 'syncFolder', 'remove'];
const MORE_OFTEN = 4;
/** What a person may have to settle. Anything else that is refused is a broken record. */
const FOR_THE_PERSON = ['anchor-missing', 'edit-overwritten'];

/** One of the terminals in which commands are typed. */
interface Terminal {
  /** What is still to be recorded, in this order. */
  readonly orders: string[];
  running?: { readonly process: Process; readonly id?: string; outcome?: Outcome };
  /** po refused; the person has to look. */
  isRefused: boolean;
}

/** How rough this life is, in cases of a thousand. */
interface Weather {
  readonly kills: number;
  readonly errors: number;
  readonly cuts: number;
  readonly shortWrites: number;
  readonly edits: number;
  /** How often the process that ran last runs on, so that others fall far behind. */
  readonly bursts: number;
}

/** How often something befell a life; a simulation in which nothing happens proves nothing. */
export type Seen = Record<'acknowledged' | 'stopped' | 'failed' | 'cut' | 'edited' | 'settled', number>;

/** A life from its beginning to the moment when everything is quiet. */
export interface Lived {
  readonly complaints: readonly string[];
  readonly seen: Readonly<Seen>;
}

interface Life {
  readonly seen: Seen;
  readonly dice: Dice;
  readonly disk: FakeDisk;
  readonly person: Person;
  readonly terminals: readonly Terminal[];
  readonly acknowledged: Set<string>;
  readonly complaints: string[];
  readonly weather: Weather;
  readonly canary: Canary;
  /** The rest of a save that has emptied the file first, as editors do. */
  unsaved?: string;
  /** The terminal in which the document is taken as it stands; nobody else does anything meanwhile. */
  alone?: Terminal;
  /** Who ran last. */
  favourite?: Terminal;
  started: number;
}

const weatherOf = (dice: Dice): Weather => ({
  kills: dice.pick([0, 6, 25]),
  errors: dice.pick([0, 10, 50]),
  cuts: dice.pick([0, 3, 10]),
  shortWrites: dice.pick([0, 400]),
  edits: dice.pick([0, 15, 60]),
  bursts: dice.pick([0, 700, 960]),
});

const lifeOf = (seed: number, canary: Canary): Life => {
  const dice = diceOf(seed);
  const disk = fakeDisk();
  disk.save(DOCUMENT_FILE, bytesOf(DOCUMENT));
  const ids = Array.from({ length: 3 + dice.roll(6) }, (_, index) => `E${index + 1}`);
  const terminals = Array.from({ length: 2 + dice.roll(3) }, (): Terminal => ({ orders: [], isRefused: false }));
  for (const id of ids) dice.pick(terminals).orders.push(id);
  for (const id of ids) if (dice.happens(200)) dice.pick(terminals).orders.push(id);
  return {
    seen: { acknowledged: 0, stopped: 0, failed: 0, cut: 0, edited: 0, settled: 0 },
    dice,
    disk,
    person: personWith(DOCUMENT, dice),
    terminals,
    acknowledged: new Set(),
    complaints: [],
    weather: weatherOf(dice),
    canary,
    started: 0,
  };
};

/** A clock that jumps: forward, back, and to other offsets. */
const timeFrom = (dice: Dice): string => {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `20${two(20 + dice.roll(20))}-${two(1 + dice.roll(12))}-${two(1 + dice.roll(28))}T${two(dice.roll(24))}:00:00${dice.pick(['Z', '-05:00', '+14:00'])}`;
};

const settled = async (running: NonNullable<Terminal['running']>): Promise<void> => {
  for (let turns = 0; running.process.waiting() === undefined && running.outcome === undefined; turns += 1) {
    if (turns > 10_000) throw new Error('a process waits for something that is not the disk');
    await Promise.resolve();
  }
};

const start = async (life: Life, terminal: Terminal, id: string | undefined, asItStands: boolean): Promise<void> => {
  const process = processOn(life.disk, life.dice, life.weather.shortWrites);
  life.started += 1;
  const own = life.started;
  let names = 0;
  const acknowledge = (): void => {
    if (id !== undefined) life.acknowledged.add(id);
    life.seen.acknowledged += 1;
  };
  const access: Access = {
    disk: life.canary(process.disk, acknowledge),
    digest: sha256,
    home: HOME,
    document: 'Portfolio.md',
    unique: () => `${own}-${(names += 1)}`,
    at: timeFrom(life.dice),
  };
  const running: NonNullable<Terminal['running']> = { process, ...(id !== undefined && { id }) };
  terminal.running = running;
  void fillCommand(access, { ...(id !== undefined && { id }), asItStands, acknowledge }).then((outcome) => {
    running.outcome = outcome;
  });
  await settled(running);
  finish(life, terminal);
};

/** Takes note of how a command ended, if it did. */
const finish = (life: Life, terminal: Terminal): void => {
  const { outcome, id } = terminal.running ?? {};
  if (outcome === undefined) return;
  leave(life, terminal);
  if (outcome.kind === 'done' && id !== undefined) terminal.orders.shift();
  if (outcome.kind === 'refused') {
    terminal.isRefused = true;
    const strange = outcome.codes.filter((code) => !FOR_THE_PERSON.includes(code));
    if (strange.length > 0) life.complaints.push(`refused: ${strange.join(', ')}`);
  }
  if (outcome.kind === 'failed') life.seen.failed += 1;
  if (outcome.kind === 'failed' && !isOfTheDisk(outcome.error))
    life.complaints.push(`failed: ${String(outcome.error)}`);
};

const isOfTheDisk = (error: unknown): boolean => error instanceof Error && 'code' in error;

/** The process is gone, whatever it was doing. */
const leave = (life: Life, terminal: Terminal): void => {
  delete terminal.running;
  if (life.alone === terminal) delete life.alone;
};

const cutPower = (life: Life): void => {
  life.seen.cut += 1;
  for (const terminal of life.terminals) leave(life, terminal);
  life.disk.cutPower(life.dice);
  finishSaving(life);
  life.complaints.push(...lostNow(life));
};

const finishSaving = (life: Life): void => {
  if (life.unsaved === undefined) return;
  life.disk.save(DOCUMENT_FILE, bytesOf(life.unsaved));
  delete life.unsaved;
};

/** Between the last look at the document and its renaming nobody can be noticed; the simulation does not save there. */
const isBeingReplaced = (life: Life): boolean =>
  life.terminals.some(({ running }) => {
    const call = running?.process.waiting();
    return call?.name === 'rename' && call.target === DOCUMENT_FILE;
  });

const hasRecord = (life: Life): boolean => life.disk.list(`${HOME}/${JOURNAL}`).includes('00000001.json');

const documentNow = (life: Life): string => textOf(life.disk.read(DOCUMENT_FILE) ?? bytesOf('')) ?? '';

/** The person looks at the document, or changes and saves it: at once, or by emptying the file first. */
const actAsPerson = (life: Life): void => {
  if (life.alone !== undefined || isBeingReplaced(life)) return;
  if (life.unsaved !== undefined) finishSaving(life);
  else if (life.dice.happens(500)) life.person.reload(documentNow(life));
  else {
    life.seen.edited += 1;
    life.unsaved = life.person.edit();
    if (hasRecord(life) && life.dice.happens(300)) life.disk.save(DOCUMENT_FILE, bytesOf(''));
    else finishSaving(life);
  }
};

const fateOf = ({ dice, weather }: Life): Fate =>
  dice.happens(weather.errors)
    ? { kind: 'fails', code: dice.pick(['ENOSPC', 'EIO']), afterwards: dice.happens(300) }
    : { kind: 'done' };

/** Lets one waiting process go on, or stops it before or after its call. */
const letGoOn = async (life: Life, terminal: Terminal, isRough: boolean): Promise<void> => {
  const { running } = terminal;
  if (running === undefined) return;
  const times = AWKWARD.includes(running.process.waiting()?.name ?? '') ? MORE_OFTEN : 1;
  if (isRough && life.dice.happens(life.weather.kills * times)) {
    if (life.dice.happens(500)) running.process.proceed({ kind: 'done' });
    leave(life, terminal);
    life.seen.stopped += 1;
    return;
  }
  running.process.proceed(isRough ? fateOf(life) : { kind: 'done' });
  await settled(running);
  finish(life, terminal);
};

/** Everybody waits for the person, who puts the record's text and their own notes together. */
const settleByHand = async (life: Life): Promise<void> => {
  finishSaving(life);
  const terminal = life.terminals.find(({ isRefused }) => isRefused);
  const book = bookNow(life);
  if (terminal === undefined || book === undefined) return;
  life.seen.settled += 1;
  life.disk.save(DOCUMENT_FILE, bytesOf(life.person.settle(book.text)));
  for (const each of life.terminals) each.isRefused = false;
  life.alone = terminal;
  await start(life, terminal, terminal.orders[0], true);
};

/** Whose call comes next. */
const next = (life: Life, busy: readonly Terminal[]): Terminal => {
  const { dice, favourite, weather } = life;
  const chosen = favourite && busy.includes(favourite) && dice.happens(weather.bursts) ? favourite : dice.pick(busy);
  life.favourite = chosen;
  return chosen;
};

const step = async (life: Life, isRough: boolean): Promise<boolean> => {
  const { terminals, dice, alone } = life;
  const busy = terminals.filter(({ running }) => running !== undefined);
  const free = terminals.filter(
    ({ running, orders, isRefused }) => running === undefined && orders.length > 0 && !isRefused,
  );
  if (isRough && dice.happens(life.weather.cuts)) cutPower(life);
  else if (isRough && dice.happens(life.weather.edits)) actAsPerson(life);
  else if (alone === undefined && free.length > 0 && (busy.length === 0 || dice.happens(300))) {
    const terminal = dice.pick(free);
    await start(life, terminal, terminal.orders[0], false);
  } else if (busy.length > 0) await letGoOn(life, next(life, busy), isRough);
  else if (terminals.some(({ isRefused }) => isRefused)) await settleByHand(life);
  else return false;
  return true;
};

const entriesNow = ({ disk }: Life): readonly Entry[] =>
  disk
    .list(`${HOME}/${JOURNAL}`)
    .map((name) => entryOf(name, disk.read(`${HOME}/${JOURNAL}/${name}`) ?? bytesOf(''), sha256));

const bookNow = (life: Life): Book | undefined => {
  const { value: links } = chainOf(entriesNow(life));
  return links && fold(links, sha256).value;
};

/** What may never be lost, not even for a moment: the chain, and what was acknowledged. */
const lostNow = (life: Life): readonly string[] => {
  const book = bookNow(life);
  if (book === undefined) return ['the chain is broken'];
  const ids = book.fills.map(({ fill }) => fill.id ?? '');
  return [
    ...[...life.acknowledged].filter((id) => !ids.includes(id)).map((id) => `${id} was acknowledged and is lost`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} is recorded twice`),
  ];
};

/** What has to hold once everything is quiet. */
const wrongAtTheEnd = (life: Life): readonly string[] => {
  const bytes = life.disk.read(DOCUMENT_FILE);
  const faults = verifyRecord({ entries: entriesNow(life), document: 'Portfolio.md', bytes }, sha256);
  const lines = linesOf(documentNow(life)).map((line) => line.trimEnd());
  const count = (wanted: string): number => lines.filter((line) => line === wanted).length;
  const fills = bookNow(life)?.fills ?? [];
  return [
    ...lostNow(life),
    ...faults.filter(({ level }) => level !== 'note').map(({ code, place }) => `${place?.file ?? ''}: ${code}`),
    ...fills.filter(({ fill }) => count(fillLine(fill.id ?? '')) !== 1).map(({ seq }) => `event ${seq} not once`),
    ...(count(`Fills: ${fills.length}`) === 1 ? [] : ['the fills are counted wrongly']),
    ...[...life.person.wanted].filter((note) => count(note) !== 1).map((note) => `${note} is lost`),
    ...[...life.person.unwanted].filter((note) => count(note) > 0).map((note) => `${note} is back`),
  ];
};

const quieten = async (life: Life): Promise<void> => {
  for (let steps = 0; await step(life, false); steps += 1)
    if (steps > MOST_STEPS) {
      life.complaints.push('the processes do not come to an end');
      return;
    }
};

const live = async (life: Life): Promise<readonly string[]> => {
  for (let steps = 0; steps < CHAOS_STEPS && life.complaints.length === 0; steps += 1) await step(life, true);
  if (life.complaints.length > 0) return life.complaints;
  finishSaving(life);
  await quieten(life);
  const [terminal] = life.terminals;
  if (terminal) await start(life, terminal, undefined, false);
  await quieten(life);
  return [...life.complaints, ...wrongAtTheEnd(life)];
};

/** Lives the life of a seed. */
export const simulate = async (seed: number, canary: Canary = (disk) => disk): Promise<Lived> => {
  const life = lifeOf(seed, canary);
  return { complaints: await live(life), seen: life.seen };
};

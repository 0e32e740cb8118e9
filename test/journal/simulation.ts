// A whole life of a record: processes that are interleaved, stopped and failed at any call to the disk, power cuts, and a
// person who edits the document meanwhile. The same seed lives the same life.
import { JOURNAL } from '../../src/journal/names.ts';
import { bytesOf } from '../../src/journal/text.ts';
import { DOCUMENT_FILE, HOME } from './fake-disk.ts';
import { bookOn, documentOn, lostOn, wrongOn } from './invariants.ts';
import { lifeOf, type Canary, type Life, type Seen, type Terminal } from './life.ts';
import { leave, letGoOn, start } from './terminal.ts';

const CHAOS_STEPS = 700;
const MOST_STEPS = 5_000;

/** A life from its beginning to the moment when everything is quiet. */
export interface Lived {
  readonly complaints: readonly string[];
  readonly seen: Readonly<Seen>;
}

const cutPower = (life: Life): void => {
  life.seen.cut += 1;
  for (const terminal of life.terminals) leave(life, terminal);
  life.disk.cutPower(life.dice);
  finishSaving(life);
  life.complaints.push(...lostOn(life.disk, life.acknowledged));
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

/** The person looks at the document, or changes and saves it: at once, or by emptying the file first. */
const actAsPerson = (life: Life): void => {
  if (life.alone !== undefined || isBeingReplaced(life)) return;
  if (life.unsaved !== undefined) finishSaving(life);
  else if (life.dice.happens(500)) life.person.reload(documentOn(life.disk));
  else {
    life.seen.edited += 1;
    life.unsaved = life.person.edit();
    if (hasRecord(life) && life.dice.happens(300)) life.disk.save(DOCUMENT_FILE, bytesOf(''));
    else finishSaving(life);
  }
};

/** Everybody waits for the person, who puts the record's text and their own notes together. */
const settleByHand = async (life: Life): Promise<void> => {
  finishSaving(life);
  const terminal = life.terminals.find(({ isRefused }) => isRefused);
  const book = bookOn(life.disk);
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
  return [...life.complaints, ...wrongOn(life.disk, life.acknowledged, life.person)];
};

/** Lives the life of a seed. */
export const simulate = async (seed: number, canary: Canary = (disk) => disk): Promise<Lived> => {
  const life = lifeOf(seed, canary);
  return { complaints: await live(life), seen: life.seen };
};

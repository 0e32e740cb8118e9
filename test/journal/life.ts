// What a life of the simulation consists of, and how a seed begins one.
import type { JournalDisk } from '../../src/journal/disk.ts';
import { bytesOf } from '../../src/journal/text.ts';
import { diceOf, type Dice } from './dice.ts';
import { DOCUMENT_FILE, fakeDisk, type FakeDisk } from './fake-disk.ts';
import { DOCUMENT } from './fills.ts';
import { personWith, type Person } from './person.ts';
import type { Running } from './running.ts';

/** A mistake planted under the protocol: what it sees instead of the disk. `acknowledge` lies to the person. */
export type Canary = (disk: JournalDisk, acknowledge: () => void) => JournalDisk;

/** One of the terminals in which commands are typed. */
export interface Terminal {
  /** What is still to be recorded, in this order. */
  readonly orders: string[];
  running?: Running;
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

/** Everything that changes in the course of a life. */
export interface Life {
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

/** The life of a seed, before anything has happened. */
export const lifeOf = (seed: number, canary: Canary): Life => {
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

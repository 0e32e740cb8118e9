// A command that runs in a process of its own, until the scheduler says what becomes of it.
import type { Access } from '../../src/journal/access.ts';
import type { JournalDisk } from '../../src/journal/disk.ts';
import { fillCommand, type Order, type Outcome } from './commands.ts';
import { HOME } from './fake-disk.ts';
import { sha256 } from './fills.ts';
import type { Fate, Process } from './process.ts';

/** A command on its way. */
export interface Running {
  readonly process: Process;
  readonly order: Order;
  outcome?: Outcome;
}

/** What distinguishes one process from another. */
export interface Identity {
  readonly number: number;
  readonly at: string;
  /** What it sees instead of the disk. */
  readonly disk: JournalDisk;
}

/** Waits until the code is at its next call to the disk, or at its end. */
const settled = async (running: Running): Promise<void> => {
  for (let turns = 0; running.process.waiting() === undefined && running.outcome === undefined; turns += 1) {
    if (turns > 10_000) throw new Error('a process waits for something that is not the disk');
    await Promise.resolve();
  }
};

/** Starts a command; it runs up to its first call to the disk. */
export const startRunning = async (
  process: Process,
  order: Order,
  { number, at, disk }: Identity,
): Promise<Running> => {
  let names = 0;
  const unique = (): string => `${number}-${(names += 1)}`;
  const access: Access = { disk, digest: sha256, home: HOME, document: 'Portfolio.md', unique, at };
  const running: Running = { process, order };
  void fillCommand(access, order).then((outcome) => {
    running.outcome = outcome;
  });
  await settled(running);
  return running;
};

/** Lets the call that waits happen so; the command runs up to its next one. */
export const goOn = async (running: Running, fate: Fate = { kind: 'done' }): Promise<void> => {
  running.process.proceed(fate);
  await settled(running);
};

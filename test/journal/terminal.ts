// The terminals of a life: who types which command, and what becomes of it.
import { processOn, type Fate } from './process.ts';
import type { Dice } from './dice.ts';
import type { Life, Terminal } from './life.ts';
import { goOn, startRunning } from './running.ts';

/** The calls at which a stop is most awkward; it comes there more often. */
const AWKWARD: readonly string[] = ['link', 'rename', 'syncFolder', 'remove'];
const MORE_OFTEN = 4;
/** What a person may have to settle. Anything else that is refused is a broken record. */
const FOR_THE_PERSON = ['anchor-missing', 'edit-overwritten'];

/** A clock that jumps: forward, back, and to other offsets. */
const timeFrom = (dice: Dice): string => {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `20${two(20 + dice.roll(20))}-${two(1 + dice.roll(12))}-${two(1 + dice.roll(28))}T${two(dice.roll(24))}:00:00${dice.pick(['Z', '-05:00', '+14:00'])}`;
};

/** Types a command in a terminal: the next fill, or none. */
export const start = async (
  life: Life,
  terminal: Terminal,
  id: string | undefined,
  asItStands: boolean,
): Promise<void> => {
  const process = processOn(life.disk, life.dice, life.weather.shortWrites);
  const acknowledge = (): void => {
    if (id !== undefined) life.acknowledged.add(id);
    life.seen.acknowledged += 1;
  };
  life.started += 1;
  terminal.running = await startRunning(
    process,
    { ...(id !== undefined && { id }), asItStands, acknowledge },
    { number: life.started, at: timeFrom(life.dice), disk: life.canary(process.disk, acknowledge) },
  );
  finish(life, terminal);
};

/** Takes note of how a command ended, if it did. */
const finish = (life: Life, terminal: Terminal): void => {
  const { outcome, order } = terminal.running ?? {};
  if (outcome === undefined) return;
  leave(life, terminal);
  if (outcome.kind === 'done' && order?.id !== undefined) terminal.orders.shift();
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
export const leave = (life: Life, terminal: Terminal): void => {
  delete terminal.running;
  if (life.alone === terminal) delete life.alone;
};

const fateOf = ({ dice, weather }: Life): Fate =>
  dice.happens(weather.errors)
    ? { kind: 'fails', code: dice.pick(['ENOSPC', 'EIO']), afterwards: dice.happens(300) }
    : { kind: 'done' };

/** Lets one waiting process go on, or stops it before or after its call. */
export const letGoOn = async (life: Life, terminal: Terminal, isRough: boolean): Promise<void> => {
  const { running } = terminal;
  if (running === undefined) return;
  const times = AWKWARD.includes(running.process.waiting()?.name ?? '') ? MORE_OFTEN : 1;
  if (isRough && life.dice.happens(life.weather.kills * times)) {
    if (life.dice.happens(500)) running.process.proceed({ kind: 'done' });
    leave(life, terminal);
    life.seen.stopped += 1;
    return;
  }
  await goOn(running, isRough ? fateOf(life) : undefined);
  finish(life, terminal);
};

import { closeSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import { Unusable, type Shell } from './shell.ts';

/** Where the lines of a batch go, and what is there already of a run that was cut short. */
export interface BatchLines {
  /** How many accounts have their line already. */
  readonly done: number;
  /** The stated time of those lines: the whole batch is planned at one time. */
  readonly now?: string;
  readonly exits: readonly number[];
  readonly write: (text: string) => void;
  readonly close: () => void;
}

const BLOCK = 1 << 16;

/** The whole lines of a file with the bytes after each, read block by block: the file may be larger than memory. */
function* wholeLines(file: number): Generator<{ readonly text: string; readonly end: number }> {
  const block = Buffer.alloc(BLOCK);
  let [rest, at] = [Buffer.alloc(0), 0];
  for (;;) {
    const read = readSync(file, block, 0, BLOCK, at + rest.length);
    if (read === 0) return;
    rest = Buffer.concat([rest, block.subarray(0, read)]);
    for (let end = rest.indexOf(0x0a); end >= 0; end = rest.indexOf(0x0a)) {
      at += end + 1;
      yield { text: rest.toString('utf8', 0, end), end: at };
      rest = rest.subarray(end + 1);
    }
  }
}

interface Told {
  readonly account: string;
  readonly now: string;
  readonly exit: number;
}

const toldOf = (text: string): Partial<Told> => {
  try {
    return JSON.parse(text) as Partial<Told>;
  } catch {
    return {};
  }
};

/** What is there already, as far as it is of these accounts in this order at one time; anything else is refused. */
const kept = (file: number, given: string, files: readonly string[], now: string | undefined) => {
  const exits: number[] = [];
  let [stated, end] = [now, 0];
  for (const line of wholeLines(file)) {
    const { account, now: at, exit } = toldOf(line.text);
    stated ??= at;
    const expected = files[exits.length];
    if (account === undefined || account !== expected || at !== stated || exit === undefined)
      throw new Unusable({
        code: 'batch-other-lines',
        level: 'unusable',
        detail: { path: given, line: exits.length + 1, account: expected ?? '', now: stated ?? '' },
      });
    exits.push(exit);
    end = line.end;
  }
  return { exits, end, ...(stated === undefined ? {} : { now: stated }) };
};

/** Lines to standard output. */
export const linesToStdout = (shell: Shell): BatchLines => ({
  done: 0,
  exits: [],
  write: shell.out,
  close: () => undefined,
});

/** Lines to a file: what a run that was cut short left there stays, an unfinished line at its end goes. */
export const linesToFile = (
  shell: Shell,
  given: string,
  files: readonly string[],
  now: string | undefined,
): BatchLines => {
  const file = openSync(path.resolve(shell.cwd, given), 'a+');
  const before = kept(file, given, files, now);
  ftruncateSync(file, before.end);
  return {
    done: before.exits.length,
    exits: before.exits,
    ...(before.now === undefined ? {} : { now: before.now }),
    write: (text) => {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    },
    close: () => {
      fsyncSync(file);
      closeSync(file);
    },
  };
};

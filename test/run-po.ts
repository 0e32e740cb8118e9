import { cpSync, lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../src/cli/program.ts';
import type { Shell } from '../src/cli/shell.ts';

/** What a run of `po` left behind. */
export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** The time of every run in the tests that does not name another. */
export const NOW = '2026-01-08T16:00:00-05:00';

/** Runs `po` in this process, with a shell that records what it prints. */
export const runPo = async (
  args: readonly string[],
  cwd: string,
  options: {
    readonly stdin?: string;
    readonly width?: number;
    readonly colour?: boolean;
    readonly ascii?: boolean;
  } = {},
): Promise<Ran> => {
  const out: string[] = [];
  const err: string[] = [];
  const shell: Shell = {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    readStdin: () => Promise.resolve(Buffer.from(options.stdin ?? '')),
    clock: () => new Date(NOW),
    cwd,
    width: options.width ?? 100,
    watched: false,
    ascii: options.ascii === true,
    colour: { out: options.colour === true, err: options.colour === true },
  };
  const exit = await run(args, shell);
  return { exit, out: out.join(''), err: err.join('') };
};

/** Everything but the plans that somebody who tried the program may have left there. */
const isInput = (file: string): boolean => path.basename(file) !== 'plans' || !lstatSync(file).isDirectory();

/** Hands a throw-away copy of a folder to a test, so that inputs stay as they are. */
export const inCopyOf = async <T>(folder: string, use: (copy: string) => Promise<T>): Promise<T> => {
  const copy = mkdtempSync(path.join(tmpdir(), 'po-test-'));
  try {
    cpSync(folder, copy, { recursive: true, filter: isInput });
    return await use(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Basis } from '../model/directive.ts';
import { batchProgress } from '../report/batch-progress.ts';
import { linesToFile, linesToStdout } from './batch-lines.ts';
import { inThreads } from './batch-threads.ts';
import { gravest } from './exit-code.ts';
import { statedNow } from './now.ts';
import { readInput } from './read-input.ts';
import { Unusable, type Shell } from './shell.ts';

/** Options of `po batch`. */
export interface BatchOptions {
  readonly manifest?: string;
  readonly to?: string;
  readonly now?: string;
  readonly config?: string;
  readonly basis?: Basis;
  readonly plans?: boolean;
  readonly threads?: string;
  readonly quiet?: boolean;
}

/** The accounts of a manifest: one path a line, relative to the manifest; empty lines and comments (`#`) are none. */
const listed = async (shell: Shell, manifest: string): Promise<readonly string[]> => {
  const { text } = await readInput(shell, 'manifest', manifest, shell.cwd);
  const home = manifest === '-' ? '' : path.dirname(manifest);
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => (path.isAbsolute(line) ? line : path.join(home, line)).split(path.sep).join('/'));
};

const threadsOf = ({ threads }: BatchOptions): number => {
  if (threads === undefined) return availableParallelism();
  if (/^[1-9]\d?$/u.test(threads)) return Number(threads);
  throw new Unusable({ code: 'threads-unreadable', level: 'unusable', detail: { given: threads } });
};

/** How often a person who watches is told how far it is, in milliseconds. */
const TELL_EVERY = 200;

/** Says on stderr how far it is, on one line, where somebody watches. */
const progressOn = (shell: Shell, total: number, { quiet }: BatchOptions): ((done: number) => void) => {
  if (!shell.watched || quiet === true) return () => undefined;
  let told = 0;
  return (done) => {
    const moment = shell.clock().getTime();
    if (done < total && moment - told < TELL_EVERY) return;
    told = moment;
    shell.err(`\r${batchProgress(done, total)}${done === total ? '\n' : ''}`);
  };
};

/** `po batch FILES…`: plans many accounts and prints one line of JSON for each, in their order. Returns the gravest exit code. */
export const batchCommand = async (shell: Shell, given: readonly string[], options: BatchOptions): Promise<number> => {
  const files = [...given, ...(options.manifest === undefined ? [] : await listed(shell, options.manifest))];
  if (files.length === 0) throw new Unusable({ code: 'batch-empty', level: 'unusable', detail: {} });
  const { to, now, config, basis } = options;
  const threads = threadsOf(options);
  const stated = now === undefined ? undefined : statedNow(shell, now);
  const lines = to === undefined ? linesToStdout(shell) : linesToFile(shell, to, files, stated);
  const terms = {
    now: stated ?? lines.now ?? statedNow(shell, undefined),
    plans: options.plans === true,
    ...(config === undefined ? {} : { config }),
    ...(basis === undefined ? {} : { basis }),
  };
  const tell = progressOn(shell, files.length, options);
  const codes = new Set(lines.exits);
  await inThreads(files.slice(lines.done), terms, { threads, program: process.argv[1] ?? '' }, (result) => {
    lines.write(result.text);
    for (const exit of result.exits) codes.add(exit);
    tell(lines.done + result.first + result.exits.length);
  });
  lines.close();
  return gravest([...codes]);
};

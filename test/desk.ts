// An account in a folder of its own, with a plan just made: where the commands after the trades are tried.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inCopyOf, NOW, runPo, type Ran } from './run-po.ts';

/** The folder of an account, and how to run `po` in it. */
export interface Desk {
  readonly folder: string;
  /** The plan that was made first. */
  readonly plan: string;
  /** Runs a command at the stated time of all tests. */
  readonly po: (...args: readonly string[]) => Promise<Ran>;
  /** The same with something on standard input. */
  readonly pipe: (stdin: string, ...args: readonly string[]) => Promise<Ran>;
  readonly read: (name: string) => string;
  readonly write: (name: string, text: string) => void;
  /** Changes a file; it is a mistake in the test where that changes nothing. */
  readonly edit: (name: string, from: string | RegExp, to: string) => void;
}

/** Commands that do not know a stated time. */
const TIMELESS = new Set(['explain', 'journal', 'verify', 'replay']);

/** Arguments with the stated time of all tests, where a command knows one. */
export const timed = ([command = '', ...rest]: readonly string[]): readonly string[] =>
  TIMELESS.has(command) || rest.includes('--now') ? [command, ...rest] : [command, ...rest, '--now', NOW];

/** Plans below a folder; the record is none. */
export const plansIn = (folder: string): readonly string[] =>
  readdirSync(path.join(folder, 'plans'))
    .filter((name) => name !== 'journal')
    .sort();

const deskIn = (folder: string): Omit<Desk, 'plan'> => {
  const at = (name: string): string => path.join(folder, name);
  return {
    folder,
    po: (...args) => runPo(timed(args), folder),
    pipe: (stdin, ...args) => runPo(timed(args), folder, { stdin }),
    read: (name) => readFileSync(at(name), 'utf8'),
    write: (name, text) => {
      writeFileSync(at(name), text);
    },
    edit: (name, from, to) => {
      const before = readFileSync(at(name), 'utf8');
      const after = before.replace(from, to);
      if (after === before) throw new Error(`${name} does not say ${String(from)}`);
      writeFileSync(at(name), after);
    },
  };
};

const root = path.join(import.meta.dirname, '..');

/** Hands a copy of an account to a test, with its plan made; `account` is its folder below the project. */
export const atDesk = <T>(account: string, use: (desk: Desk) => Promise<T>): Promise<T> =>
  inCopyOf(path.join(root, account), async (copy) => {
    const desk = deskIn(copy);
    await desk.po('rebalance', 'Portfolio.md', '--quiet');
    return use({ ...desk, plan: plansIn(copy)[0] ?? '' });
  });

/** The example account: SAFE, 3 sales and 6 purchases. */
export const EXAMPLE = 'examples';

/** An account whose plan is CONDITIONAL. */
export const CONDITIONAL = 'fixtures/scenarios/sector-to-45-percent';

/** Everything in a folder, byte for byte: what is in each file, by its path. */
export const everything = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(folder, file), readFileSync(file, 'base64')]),
  );

/** The codes of what a run complained about. */
export const codesOf = ({ err }: Pick<Ran, 'err'>): readonly string[] =>
  [...err.matchAll(/^(?:\S+ )?(?:error|warning|note) ([a-z0-9-]+)$/gm)].map(([, code]) => code ?? '');

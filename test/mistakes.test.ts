import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { plansIn, timed } from './desk.ts';
import { inCopyOf, runPo, type Ran } from './run-po.ts';

/** What happens before the mistake: a command, or something done to a file. PLAN stands for the id of the first plan. */
type Step =
  | readonly string[]
  | { readonly edit: string; readonly from: string; readonly to: string }
  | { readonly write: string; readonly text: string }
  | { readonly copy: string; readonly to: string }
  | { readonly remove: string };

/** How a mistake is provoked, and the one diagnostic that it must provoke. */
interface Mistake {
  /** An account elsewhere in the project to which the files of the fixture are added. */
  readonly account?: string;
  readonly before?: readonly Step[];
  readonly args: readonly string[];
  readonly exit: number;
  /** The code of the diagnostic, and `file:line:column` where it has a place. */
  readonly code: string;
  readonly place?: string;
}

const root = path.join(import.meta.dirname, '../fixtures/mistakes');
const folders = readdirSync(root).sort();
const heading = /^(?:(\S+:\d+:\d+) )?(error|warning|note) ([a-z0-9-]+)$/gm;

const plansOf = (folder: string): readonly string[] => (existsSync(path.join(folder, 'plans')) ? plansIn(folder) : []);

const named = (folder: string) => {
  const [plan = 'PLAN'] = plansOf(folder);
  return (text: string): string => text.replace('PLAN', plan);
};

/** Ids of plans and digests follow from all that a plan is made of: what they are is no part of the words. */
const withoutDigests = (text: string, folder: string): string =>
  plansOf(folder)
    .reduce((told, plan) => told.replaceAll(plan, 'id-of-a-plan'), text)
    .replace(/\b[0-9a-f]{64}\b/gu, 'the-digest');

const take = async (step: Step, folder: string): Promise<void> => {
  const name = named(folder);
  const at = (file: string): string => path.join(folder, name(file));
  if (!('length' in step)) {
    if ('write' in step) writeFileSync(at(step.write), step.text);
    if ('copy' in step) cpSync(at(step.copy), at(step.to));
    if ('remove' in step) rmSync(at(step.remove));
    if (!('edit' in step)) return;
    const before = readFileSync(at(step.edit), 'utf8');
    expect(before).toContain(step.from);
    writeFileSync(at(step.edit), before.replace(step.from, step.to));
    return;
  }
  expect((await runPo(timed(step.map(name)), folder)).exit).not.toBe(1);
};

const project = path.join(import.meta.dirname, '..');

const provoke = (source: string, { account, before = [], args }: Mistake): Promise<Pick<Ran, 'exit' | 'err'>> =>
  inCopyOf(account === undefined ? source : path.join(project, account), async (copy) => {
    if (account !== undefined) cpSync(source, copy, { recursive: true });
    for (const step of before) await take(step, copy);
    const { exit, err } = await runPo(timed(args.map(named(copy))), copy);
    return { exit, err: withoutDigests(err, copy) };
  });

/** Codes that no files alone provoke, or only beside others: where else they are held to happen, and why. */
const ELSEWHERE: Readonly<Record<string, readonly [test: string, because: string]>> = {
  'order-impossible': [
    'steps/actual.test.ts',
    'the generator never sells more than is held; only a list made by hand does',
  ],
  'amended-differs': ['amend/amend.test.ts', 'needs a fill of a sector that the document has no heading for'],
  'cost-unclear': ['amend/amend.test.ts', 'the document is refused at planning, so that no plan of it can be filled'],
  'figure-left': ['amend/amend.test.ts', 'beside figures that were changed'],
  'figure-not-found': ['amend/amend.test.ts', 'needs a number that remark reads and raw text does not show'],
  'record-first-continues': ['journal/book.test.ts', 'a forged first event also fails the anchor'],
  'record-impossible': ['journal/book.test.ts', 'a forged event also fails the chain'],
  'remainder-beyond': ['steps/replan.test.ts', 'beside the alarm that more was filled than ordered'],
  'remainder-cut': ['steps/replan.test.ts', 'needs prices that leave cash short by less than one purchase'],
  'replay-no-plan': ['cli/replay.test.ts', 'beside the reasons why there is no plan'],
  'replay-other-limits': ['cli/replay-limits.test.ts', 'needs another po'],
  'replay-other-version': ['cli/replay.test.ts', 'beside the files that differ'],
  'report-head-differs': ['cli/hand-edits.test.ts', 'needs a digest of the run'],
  'void-plan-changed': ['steps/check-decision.test.ts', 'the command says plan-changed first'],
};

/** Guards: no input is known that reaches them. */
const GUARDS: Readonly<Record<string, string>> = {
  'internal-error': 'a bug in the program itself',
  'row-not-found': 'remark and the bars would have to part a row otherwise; test/amend compares them on random rows',
};

const codes = readdirSync(path.join(import.meta.dirname, '../templates/issues')).map((name) => name.slice(0, -4));
const codeOf = (folder: string): string =>
  (JSON.parse(readFileSync(path.join(root, folder, 'case.json'), 'utf8')) as Mistake).code;

describe('every mistake provokes exactly its diagnostic, at its place, in its words', () => {
  it('has at least 150 mistakes', () => {
    expect(folders.length).toBeGreaterThanOrEqual(150);
  });

  it('has every code, or says where else it is provoked', () => {
    const provoked = new Set(folders.map(codeOf));
    expect(codes.filter((code) => !provoked.has(code)).sort()).toEqual(
      [...Object.keys(ELSEWHERE), ...Object.keys(GUARDS)].sort(),
    );
    expect([...provoked].filter((code) => !codes.includes(code))).toEqual([]);
  });

  it.each(Object.entries(ELSEWHERE))('%s: is provoked there', (code, [test]) => {
    expect(readFileSync(path.join(import.meta.dirname, test), 'utf8')).toContain(code);
  });

  it.each(folders)('%s', async (folder) => {
    const source = path.join(root, folder);
    const mistake = JSON.parse(readFileSync(path.join(source, 'case.json'), 'utf8')) as Mistake;
    const ran = await provoke(source, mistake);
    const found = [...ran.err.matchAll(heading)].map(([, place, , code]) => ({ place, code }));
    expect(found).toEqual([{ place: mistake.place, code: mistake.code }]);
    expect(ran.exit).toBe(mistake.exit);
    const expected = path.join(source, 'expected.txt');
    if (process.env['GOLDEN'] === 'write') writeFileSync(expected, ran.err);
    expect(ran.err).toBe(readFileSync(expected, 'utf8'));
  });
});

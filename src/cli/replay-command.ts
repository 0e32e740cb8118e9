import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Issue } from '../model/issue.ts';
import type { PlanInputs } from '../model/plan-inputs.ts';
import { readPlanInputs } from '../parse/read-plan-inputs.ts';
import { replaySummary } from '../report/replay-summary.ts';
import { compareRecord, comparisonIssues, type Comparison } from './compare-record.ts';
import { complain } from './complain.ts';
import { about, readBytes } from './disk.ts';
import { EXIT } from './exit-code.ts';
import { findPlan } from './find-plan.ts';
import { remake, type Remade } from './remake.ts';
import { Unusable, type Shell } from './shell.ts';
import { TOOL } from './tool.ts';

const RECORD = 'inputs.json';

/** No file of a plan is larger; whatever is, is refused before it is read. */
const LARGEST = 256 * 1024 * 1024;

const stale = (code: string, detail: Issue['detail']): Unusable => new Unusable({ code, level: 'unusable', detail });

/** Every file of a plan's folder but those that a desktop hides there. */
const filesIn = async (folder: string): Promise<ReadonlyMap<string, Buffer>> => {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  const files = new Map<string, Buffer>();
  for (const name of names.sort()) {
    const found = await about(path.join(folder, name));
    if (found.size > LARGEST) throw stale('file-too-large', { path: name, bytes: found.size, most: LARGEST });
    files.set(name, found.isFile() ? await readBytes(path.join(folder, name)) : Buffer.of());
  }
  return files;
};

/** What the plan was made from, as its folder records it. */
const recordedInputs = (recorded: ReadonlyMap<string, Buffer>, label: (name: string) => string): PlanInputs => {
  const bytes = recorded.get(RECORD);
  if (bytes === undefined) throw stale('inputs-missing', { path: label(RECORD) });
  const { value, issues } = readPlanInputs(bytes.toString('utf8'), label(RECORD));
  if (value === undefined) throw new Unusable(...issues);
  return value;
};

/** The plan made again; where its inputs give none any more, that is what the replay has found. */
const remadeFrom = async (inputs: PlanInputs): Promise<Remade> => {
  const code = 'replay-no-plan';
  const because = (issues: readonly Issue[]): Unusable =>
    new Unusable({ code, level: 'unusable', detail: { plan: inputs.planId } }, ...issues);
  try {
    const remade = await remake(inputs);
    if ('kind' in remade) throw because(remade.issues);
    return remade;
  } catch (error) {
    throw error instanceof Unusable && error.issues[0]?.code !== code ? because(error.issues) : error;
  }
};

/** What a person must know to understand a difference. */
const circumstances = (inputs: PlanInputs, { config: limits }: Remade): readonly Issue[] => {
  const note = (code: string, detail: Issue['detail']): Issue => ({ code, level: 'note', detail });
  const { tool, config } = inputs;
  const sameTool = tool.name === TOOL.name && tool.version === TOOL.version;
  return [
    ...(sameTool ? [] : [note('replay-other-version', { made: tool.version, here: TOOL.version })]),
    ...(config === undefined && limits.sha256 !== inputs.configSha256 ? [note('replay-other-limits', {})] : []),
  ];
};

const isWhole = ({ different, missing, additional }: Comparison): boolean =>
  different.length + missing.length + additional.length === 0;

/**
 * The plan under the id that its content gives. Where anything differs that id differs too, and with it every file; under the
 * recorded id the files differ only where they have a reason to. Where they have none, the recorded id itself is wrong.
 */
const closest = (recorded: ReadonlyMap<string, Buffer>, inputs: PlanInputs, remade: Remade) => {
  const [own, named] = [remade.as(), remade.as(inputs.planId)].map(({ files }) => ({
    computed: files,
    comparison: compareRecord(recorded, files),
  }));
  if (own === undefined || named === undefined) throw new Error('A plan was not made.');
  const isCloser = named.comparison.identical.length > own.comparison.identical.length;
  return isCloser && !isWhole(named.comparison) ? named : own;
};

const replay = async (shell: Shell, folder: string): Promise<number> => {
  const label = (name: string): string => path.relative(shell.cwd, path.join(folder, name)).split(path.sep).join('/');
  const recorded = await filesIn(folder);
  const inputs = recordedInputs(recorded, label);
  const remade = await remadeFrom(inputs);
  const { computed, comparison } = closest(recorded, inputs, remade);
  const issues = [...circumstances(inputs, remade), ...comparisonIssues(comparison, recorded, computed, label)];
  const shown = comparison.different.map((name) => ({ file: label(name), text: String(recorded.get(name)) }));
  complain(shell, issues, shown.slice(0, 1));
  shell.out(
    replaySummary({
      planId: inputs.planId,
      version: inputs.tool.version,
      files: computed.size,
      identical: comparison.identical.length,
      additional: comparison.additional.length,
    }),
  );
  return isWhole(comparison) ? EXIT.ok : EXIT.stale;
};

/** `po replay PLAN`: makes a plan again from its record and compares every file of its folder. Returns the exit code. */
export const replayCommand = async (shell: Shell, given: string): Promise<number> => {
  const folder = findPlan(shell, given);
  try {
    return await replay(shell, folder);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    complain(shell, error.issues, []);
    return EXIT.stale;
  }
};

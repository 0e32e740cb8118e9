import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Access } from '../journal/access.ts';
import type { Entry } from '../journal/chain.ts';
import { seqOf } from '../journal/names.ts';
import { readEntries } from '../journal/read-journal.ts';
import { verifyRecord } from '../journal/verify-record.ts';
import type { Issue } from '../model/issue.ts';
import { readPlanInputs } from '../parse/read-plan-inputs.ts';
import { verifySummary } from '../report/verify-summary.ts';
import { complain } from './complain.ts';
import { readBytes } from './disk.ts';
import { EXIT } from './exit-code.ts';
import { journalAccess } from './journal-access.ts';
import { statedNow } from './now.ts';
import type { Shell } from './shell.ts';

/** What the reports of the plans say about the journal: each names the event that was the last one when it was made. */
const reportFaults = async ({ home }: Access, entries: readonly Entry[]): Promise<readonly Issue[]> => {
  const plans = path.join(home, 'plans');
  const names = existsSync(plans) ? readdirSync(plans).sort() : [];
  const digests = new Map(entries.map(({ name, digest }) => [seqOf(name), digest] as const));
  const faults: Issue[] = [];
  for (const name of names) {
    const file = path.join(plans, name, 'inputs.json');
    if (!existsSync(file)) continue;
    const label = `plans/${name}/inputs.json`;
    const { value, issues } = readPlanInputs((await readBytes(file)).toString('utf8'), label);
    if (value === undefined) faults.push(...issues);
    else if (value.journal !== undefined && digests.get(value.journal.seq) !== value.journal.digest)
      faults.push({
        code: 'report-head-differs',
        level: 'block',
        detail: { file: label, seq: value.journal.seq },
        place: { file: label, line: 1, column: 1 },
      });
  }
  return faults;
};

/** `po verify`: the chain of the record, its anchors, and the portfolio. Writes nothing. Returns the exit code. */
export const verifyCommand = async (shell: Shell, options: { readonly portfolio?: string }): Promise<number> => {
  const portfolio = path.resolve(shell.cwd, options.portfolio ?? 'Portfolio.md');
  const access = journalAccess(portfolio, statedNow(shell, undefined));
  const entries = await readEntries(access);
  const bytes = await access.disk.read(portfolio);
  const faults = [
    ...verifyRecord({ entries, document: access.document, bytes }, access.digest),
    ...(await reportFaults(access, entries)),
  ];
  complain(shell, faults, []);
  const grave = faults.filter(({ level }) => level !== 'note').length;
  const last = entries.filter(({ name }) => seqOf(name) !== undefined).at(-1);
  shell.out(
    verifySummary({ events: entries.length, faults: grave, digest: last?.digest ?? '', document: access.document }),
  );
  return grave > 0 ? EXIT.stale : EXIT.ok;
};

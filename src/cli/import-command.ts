import path from 'node:path';
import type { Cents } from '../model/units.ts';
import { maskAccounts } from '../parse/mask-accounts.ts';
import { readMoney } from '../parse/numbers.ts';
import { importSummary } from '../report/import-summary.ts';
import { portfolioDocument } from '../report/portfolio-document.ts';
import { importAccount } from '../steps/import-account.ts';
import { complain } from './complain.ts';
import { EXIT } from './exit-code.ts';
import { statedNow } from './now.ts';
import { inTime } from './in-time.ts';
import { readInput, type Input } from './read-input.ts';
import { Unusable, type Shell } from './shell.ts';
import { writeDocument } from './write-document.ts';

/** Options of `po import`. */
export interface ImportOptions {
  readonly sectors?: string;
  readonly market?: string;
  readonly out?: string;
  readonly total?: string;
  readonly now?: string;
}

/** Length of the day in an ISO time. */
const DAY = 10;

const refuse = (code: string, detail: Readonly<Record<string, string>>): Unusable =>
  new Unusable({ code, level: 'unusable', detail });

const totalOf = (given: string | undefined): Cents | undefined => {
  if (given === undefined) return undefined;
  const reading = readMoney(given);
  if (reading.kind === 'value' && reading.value > 0n) return reading.value;
  const code = reading.kind === 'refused' ? reading.code : 'number-unreadable';
  throw refuse(code, { text: given, what: 'the value of the account in dollars' });
};

/** The export without the numbers of accounts, in its name or its lines, and without its folder: they are shown nowhere. */
const masked = (input: Input, given: string): Input => ({
  ...input,
  file: given === '-' ? 'stdin' : maskAccounts(path.basename(input.file)),
  text: maskAccounts(input.text),
});

const read = async (shell: Shell, role: Input['role'], given: string | undefined): Promise<Input | undefined> =>
  given === undefined ? undefined : readInput(shell, role, given, shell.cwd);

/** `po import FILE`: a broker's export of positions becomes a Portfolio.md. Returns the exit code. */
export const importCommand = async (shell: Shell, file: string, options: ImportOptions): Promise<number> => {
  const total = totalOf(options.total);
  const today = statedNow(shell, options.now).slice(0, DAY);
  const exported = await readInput(shell, 'export', file, shell.cwd);
  const sectors = await read(shell, 'sectors', options.sectors);
  const market = await read(shell, 'market', options.market);
  const shown = masked(exported, file);
  const inputs = [shown, ...[sectors, market].filter((input) => input !== undefined)];
  const imported = inTime(inputs, () =>
    importAccount({
      exported: { file: shown.file, text: exported.text },
      today,
      ...(sectors === undefined ? {} : { sectors }),
      ...(market === undefined ? {} : { market }),
      ...(total === undefined ? {} : { total }),
    }),
  );
  const { account, issues } = imported;
  complain(shell, issues, inputs);
  if (account === undefined) return EXIT.unusable;
  const document = portfolioDocument({ ...imported, account });
  const out = options.out ?? 'Portfolio.md';
  if (out === '-') shell.out(document);
  else {
    await writeDocument(path.resolve(shell.cwd, out), document, out);
    shell.out(importSummary({ ...imported, account }, out));
  }
  return EXIT.ok;
};

import path from 'node:path';
import type { Recommendation } from '../model/recommendation.ts';
import { stockDocument, type StockDocument } from '../report/stock-json.ts';
import { stockSummary } from '../report/stock-summary.ts';
import { validateStock } from '../steps/validate-stock.ts';
import { bookBeside } from './book-beside.ts';
import { complain } from './complain.ts';
import { discoverPortfolio } from './discover.ts';
import { EXIT, exitOf, gravest } from './exit-code.ts';
import { gather, type SourceOptions } from './gather.ts';
import { layoutOf } from './layout-of.ts';
import { publish, type Published } from './publish.ts';
import { Unusable, type Shell } from './shell.ts';

/** Options of `po validate-stock`. */
export interface ValidateStockOptions extends SourceOptions {
  readonly portfolio?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** The portfolio that is named, or Portfolio.md beside the first stock file. */
const portfolioOf = (shell: Shell, files: readonly string[], named: string | undefined): string => {
  if (named !== undefined) return named;
  const folder = path.dirname(path.resolve(shell.cwd, files[0] ?? '.'));
  const found = discoverPortfolio(folder) ?? discoverPortfolio(shell.cwd);
  if (found === undefined) {
    throw new Unusable({ code: 'portfolio-not-found', level: 'unusable', detail: {} });
  }
  return found;
};

interface Judged {
  readonly exit: number;
  readonly documents: readonly StockDocument[];
}

const show = (
  shell: Shell,
  outcome: Recommendation,
  published: Published,
  options: ValidateStockOptions,
  place: { readonly index: number; readonly count: number },
): void => {
  if (options.json === true || options.quiet === true) return;
  const layout = layoutOf(shell);
  shell.out(stockSummary(outcome, published.meta, published.folder, layout, place));
};

const judgeOne = async (
  shell: Shell,
  portfolio: string,
  files: readonly string[],
  index: number,
  options: ValidateStockOptions,
): Promise<Judged> => {
  const gathered = await gather(shell, portfolio, files.slice(index, index + 1), options);
  const { request, inputs, folder } = gathered;
  const outcome = validateStock(request, gathered.issues);
  if ('kind' in outcome) {
    complain(shell, outcome.issues, inputs);
    return { exit: EXIT.unusable, documents: [] };
  }
  const into = options.out === undefined ? path.join(folder, 'plans') : path.resolve(shell.cwd, options.out);
  const published = publish(outcome, gathered, await bookBeside(shell, gathered), {
    folder: into,
    cwd: shell.cwd,
  });
  await published.written;
  if (options.quiet !== true) complain(shell, outcome.issues, inputs);
  show(shell, outcome, published, options, { index, count: files.length });
  return { exit: exitOf(outcome.verdict), documents: outcome.stockValidations.map(stockDocument) };
};

/** `po validate-stock FILE…`: judges each pick by the six criteria and plans its purchase. Returns the exit code. */
export const validateStockCommand = async (
  shell: Shell,
  files: readonly string[],
  options: ValidateStockOptions,
): Promise<number> => {
  const portfolio = portfolioOf(shell, files, options.portfolio);
  const judged: Judged[] = [];
  for (const index of files.keys()) judged.push(await judgeOne(shell, portfolio, files, index, options));
  if (options.json === true) {
    const all = judged.flatMap(({ documents }) => documents);
    shell.out(`${JSON.stringify(files.length === 1 ? (all[0] ?? null) : all, null, 2)}\n`);
  }
  return gravest(judged.map(({ exit }) => exit));
};

import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Book } from '../journal/book.ts';
import type { ResolvedDirective } from '../model/directive.ts';
import type { Issue } from '../model/issue.ts';
import { openPlan } from './open-plan.ts';
import { Unusable, type Shell } from './shell.ts';

/** An instruction of a number or a part of shares: unlike a target, it would be carried out again. */
const isCounted = ({ directive }: ResolvedDirective): boolean =>
  directive.kind === 'ticker' && (directive.aim.kind === 'shares' || directive.aim.kind === 'part');

/** The instructions of a plan of which something was filled. */
const filledOf = async (shell: Shell, folder: string, book: Book): Promise<readonly ResolvedDirective[]> => {
  const { id, recommendation } = await openPlan(shell, folder, undefined);
  const orders = new Set(book.fills.flatMap(({ fill }) => (fill.plan === id ? [fill.order] : [])));
  const causes = new Set(
    recommendation.plan.trades.flatMap(({ directive }, at) => (orders.has(at + 1) ? [directive] : [])),
  );
  return recommendation.directives.filter((one) => isCounted(one) && causes.has(one.directive.id));
};

/**
 * Instructions such as "Sell 3 shares of MA" that stand in the portfolio still, word for word, and were carried out by a plan
 * on record: whoever plans them again sells twice.
 */
export const carriedOut = async (shell: Shell, home: string, text: string, book: Book): Promise<readonly Issue[]> => {
  const issues: Issue[] = [];
  for (const plan of new Set(book.fills.map(({ fill }) => fill.plan))) {
    const folder = path.join(home, 'plans', plan);
    if (!existsSync(folder)) continue;
    const lines = new Set(text.split(/\r?\n/));
    for (const { directive, subject } of await filledOf(shell, folder, book).catch(noneWhereUnusable))
      if ([...lines].some((line) => line.includes(directive.text)))
        issues.push({ code: 'carried-out', level: 'approve', subject, detail: { text: directive.text, plan } });
  }
  return issues;
};

/** A plan whose files are not in order says nothing here; `po verify` and `po replay` do. */
const noneWhereUnusable = (error: unknown): readonly ResolvedDirective[] => {
  if (error instanceof Unusable) return [];
  throw error;
};

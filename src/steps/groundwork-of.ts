import type { ResolvedDirective } from '../model/directive.ts';
import { flowing } from '../model/intent.ts';
import type { Issue } from '../model/issue.ts';
import { addCents } from '../model/units.ts';
import { validatePick } from '../validate/validate-pick.ts';
import type { Groundwork } from './1c-list-trades.ts';
import { failedCriteria } from './failed-criteria.ts';
import type { Sources, Terms } from './read-sources.ts';

/**
 * What the generator works on: the sources with their directives in dollars, a deposit in the cash, and step 2.5, the stock files
 * validated.
 */
export const groundworkOf = (
  sources: Sources,
  directives: readonly ResolvedDirective[],
  { config, now, intent }: Terms,
): Groundwork => {
  const day = now.slice(0, 10);
  const stocks = sources.stocks.map((pick) => ({
    pick,
    validation: validatePick(pick, { ...sources, limits: config.stock_criteria, day }),
  }));
  const deposit = flowing(intent, 'deposit');
  const portfolio =
    deposit === 0n ? sources.portfolio : { ...sources.portfolio, cash: addCents(sources.portfolio.cash, deposit) };
  return { ...sources, portfolio, directives, stocks, config, day, ...(intent === undefined ? {} : { intent }) };
};

/** A stock file that was named for this plan and fails its criteria: its pick is not a candidate. */
export const stockIssues = ({ stocks }: Pick<Groundwork, 'stocks'>): readonly Issue[] =>
  stocks
    .filter(({ validation }) => validation.status === 'REJECTED')
    .map(({ pick, validation }) => ({
      code: 'stock-not-a-candidate',
      level: 'note',
      place: pick.place,
      subject: pick.ticker,
      detail: { ticker: pick.ticker, failed: failedCriteria(validation) },
    }));

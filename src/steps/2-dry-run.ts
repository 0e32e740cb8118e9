import type { ResolvedDirective } from '../model/directive.ts';
import type { Finding } from '../model/finding.ts';
import { dollarText, sharesText } from '../model/figures.ts';
import type { Issue } from '../model/issue.ts';
import { flowing, type MoneyFlow } from '../model/intent.ts';
import type { Portfolio, Restriction } from '../model/portfolio.ts';
import { weight } from '../model/ratio.ts';
import type { Residual } from '../model/recommendation.ts';
import { rehearse, type Rehearsal, type State } from '../model/rehearsal.ts';
import type { Trade } from '../model/trade.ts';
import { roundDivide, type Cents } from '../model/units.ts';
import type { Config } from '../validate/config.ts';
import { judge } from '../validate/judge.ts';

/** What is rehearsed. */
export interface DryRunInput {
  readonly portfolio: Pick<Portfolio, 'holdings' | 'cash'>;
  readonly trades: readonly Trade[];
  readonly restrictions: readonly Restriction[];
  readonly config: Config;
  readonly day: string;
  /** Money that comes in first or leaves last, beside the cash of the portfolio. */
  readonly flow?: MoneyFlow;
}

/** The rehearsal, what the constraints say of it, and orders that cannot be carried out. */
export interface DryRun {
  readonly rehearsal: Rehearsal;
  readonly findings: readonly Finding[];
  readonly issues: readonly Issue[];
}

/** Steps 2 and 4B: carries the orders out on paper, one after the other, and measures every constraint. */
export const dryRun = ({ portfolio, trades, restrictions, config, day, flow }: DryRunInput): DryRun => {
  const rehearsal = rehearse(portfolio, trades, restrictions, day, flow);
  const issues = rehearsal.impossible.map((trade): Issue => ({
    code: 'order-impossible',
    level: 'block',
    subject: trade.ticker,
    detail: {
      ticker: trade.ticker,
      shares: sharesText(trade.shares),
      held: sharesText(rehearsal.before.positions.get(trade.ticker)?.shares ?? (0n as never)),
    },
  }));
  return { rehearsal, findings: judge(rehearsal, config), issues: [...issues, ...uncovered(rehearsal)] };
};

/** More is withdrawn than the orders leave in cash: nobody can approve that away. */
const uncovered = ({ before, after }: Rehearsal): readonly Issue[] => {
  const amount = flowing(before.flow, 'withdrawal');
  if (amount === 0n || after.cash >= 0n) return [];
  const there = (after.cash + amount) as Cents;
  return [
    {
      code: 'withdrawal-uncovered',
      level: 'block',
      detail: { amount: dollarText(amount), there: dollarText(there) },
    },
  ];
};

const valueIn = ({ directive }: ResolvedDirective, state: State): Cents => {
  switch (directive.kind) {
    case 'sector':
      return state.sectors.get(directive.sector) ?? (0n as Cents);
    case 'ticker':
      return state.positions.get(directive.ticker)?.value ?? (0n as Cents);
    case 'cash':
      return state.cash;
  }
};

/** How close the rehearsal comes to each directive. */
export const residualsOf = (directives: readonly ResolvedDirective[], { after }: Rehearsal): readonly Residual[] =>
  directives
    .filter(({ directive }) => directive.direction !== 'hold')
    .map((resolved) => {
      const value = valueIn(resolved, after);
      const { num, den } = resolved.target;
      return {
        subject: resolved.subject,
        target: resolved.target,
        achieved: weight(value, after.total),
        gap: (roundDivide(num * after.total, den) - value) as Cents,
      };
    });

import type { Actual } from '../model/actual.ts';
import type { ResolvedDirective } from '../model/directive.ts';
import type { Fill } from '../model/fill.ts';
import type { MoneyFlow } from '../model/intent.ts';
import type { Portfolio, Restriction } from '../model/portfolio.ts';
import { sectorOf, type Sector } from '../model/sector.ts';
import type { Ticker } from '../model/ticker.ts';
import type { Config } from '../validate/config.ts';
import { dryRun, residualsOf } from './2-dry-run.ts';
import { fillAsTrade } from './fill-as-trade.ts';

/** What is judged: where the plan began, what was filled since, and under which limits. */
export interface Outcome {
  /** The account that the plan started from. */
  readonly portfolio: Portfolio;
  /** The money of the plan, which its starting account does not show. */
  readonly flow?: MoneyFlow | undefined;
  /** The fills of the plan, in order of recording. */
  readonly fills: readonly Fill[];
  /** Sectors of what the account did not hold: of the plan's purchases, and of what was accepted by hand. */
  readonly sectors: ReadonlyMap<Ticker, Sector>;
  readonly directives: readonly ResolvedDirective[];
  readonly restrictions: readonly Restriction[];
  readonly config: Config;
  readonly day: string;
}

/** A sector for what nobody has given one: it is a sector of its own. */
const UNKNOWN = sectorOf('Unknown');

/**
 * Step 7: the six constraints on what was really filled, measured as the plan was: the fills are carried out on its
 * starting account, at their own prices and fees.
 */
export const actual = ({ portfolio, flow, fills, sectors, directives, restrictions, config, day }: Outcome): Actual => {
  const held = new Map(portfolio.holdings.map(({ ticker, sector }) => [ticker, sector] as const));
  const trades = fills.map((fill) => fillAsTrade(fill, held.get(fill.ticker) ?? sectors.get(fill.ticker) ?? UNKNOWN));
  const { rehearsal, findings, issues } = dryRun({
    portfolio,
    trades,
    restrictions,
    config,
    day,
    ...(flow === undefined ? {} : { flow }),
  });
  return { rehearsal, findings, issues, residuals: residualsOf(directives, rehearsal) };
};

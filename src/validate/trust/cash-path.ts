import type { ResolvedDirective } from '../../model/directive.ts';
import { dollarText, pointsText } from '../../model/figures.ts';
import type { Issue } from '../../model/issue.ts';
import { totalValue, type CashPoint } from '../../model/portfolio.ts';
import { weight } from '../../model/ratio.ts';
import type { Sector } from '../../model/sector.ts';
import type { Ticker } from '../../model/ticker.ts';
import { absCents, subtractCents, sumCents, type Cents } from '../../model/units.ts';
import { gravity } from '../gravity.ts';
import type { Statements, TrustCheck } from '../trust-check.ts';

/** Instructions that move money: what one says of a ticker is part of what another says of its sector. */
const moving = ({ portfolio, market, stocks, directives }: Statements): readonly ResolvedDirective[] => {
  const sectors = new Map<Ticker, Sector>(
    [...stocks, ...(market?.picks ?? []), ...portfolio.holdings].map(({ ticker, sector }) => [ticker, sector]),
  );
  const named = new Set(
    directives.flatMap(({ directive, action }) =>
      directive.kind === 'sector' && action !== 'HOLD' ? [directive.sector] : [],
    ),
  );
  const within = (sector: Sector | undefined): boolean => sector !== undefined && named.has(sector);
  return directives.filter(
    ({ directive }) =>
      directive.kind === 'sector' || (directive.kind === 'ticker' && !within(sectors.get(directive.ticker))),
  );
};

/** Cash at a moment of the plan, as the instructions give it on the computed account. */
const computedAt = (moment: CashPoint['moment'], statements: Statements): Cents => {
  const changes = moment === 'start' ? [] : moving(statements).map(({ change }) => change);
  const made = moment === 'after-sales' ? changes.filter((change) => change < 0n) : changes;
  return subtractCents(statements.portfolio.cash, sumCents(made));
};

/** The way of cash that prose tells is the way that the instructions give; it is not used, so it never blocks. */
export const cashPath: TrustCheck = (statements, trust) => {
  const total = totalValue(statements.portfolio);
  return statements.portfolio.claims.cashPath.flatMap(({ moment, amount }): readonly Issue[] => {
    const computed = computedAt(moment, statements);
    const [told, given] = [weight(amount.value, total), weight(computed, total)];
    const level = gravity(told, given, trust);
    if (level === undefined) return [];
    return [
      {
        code: 'cash-path-differs',
        level: level === 'note' ? 'note' : 'approve',
        place: amount.place,
        subject: 'Cash',
        detail: {
          at_start: moment === 'start',
          after_sales: moment === 'after-sales',
          stated: dollarText(amount.value),
          computed: dollarText(computed),
          gap: dollarText(absCents(subtractCents(amount.value, computed))),
          points: pointsText(told, given),
        },
      },
    ];
  });
};

import { percentText, priceText } from '../../model/figures.ts';
import type { Issue, IssueLevel } from '../../model/issue.ts';
import { compareRatios, pctRatio } from '../../model/ratio.ts';
import type { Ticker } from '../../model/ticker.ts';
import type { Price } from '../../model/units.ts';
import type { Trust } from '../settings.ts';
import type { Statements, TrustCheck } from '../trust-check.ts';

/** From this many times the last price on (or below one part in as many) a limit is a slip of the point. */
const SLIP = 10n;

const priceOf = (ticker: Ticker, { portfolio, market, stocks }: Statements): Price | undefined =>
  [...portfolio.holdings, ...(market?.picks ?? []), ...stocks].find(
    (one) => one.ticker === ticker && one.price !== undefined,
  )?.price;

const gapOf = (limit: Price, last: Price) => ({ num: limit > last ? limit - last : last - limit, den: last });

const levelOf = (limit: Price, last: Price, { price_gap_pct }: Trust): IssueLevel => {
  if (limit >= last * SLIP || limit * SLIP <= last) return 'block';
  return compareRatios(gapOf(limit, last), pctRatio(price_gap_pct)) > 0 ? 'approve' : 'note';
};

/** A limit that a line states is near the last price. Orders are typed at the plan's own price: any other limit is told. */
export const limitPrices: TrustCheck = (statements, trust) =>
  statements.directives.flatMap(({ directive, subject }): readonly Issue[] => {
    if (directive.kind !== 'ticker' || directive.limit === undefined) return [];
    const last = priceOf(directive.ticker, statements);
    const limit = directive.limit.value;
    if (last === undefined || limit === last) return [];
    return [
      {
        code: 'limit-differs',
        level: levelOf(limit, last, trust),
        place: directive.limit.place,
        subject,
        detail: {
          ticker: subject,
          limit: priceText(limit),
          last: priceText(last),
          gap: percentText(gapOf(limit, last)),
        },
      },
    ];
  });

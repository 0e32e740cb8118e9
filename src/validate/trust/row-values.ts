import { dollarText, priceText, sharesText } from '../../model/figures.ts';
import type { Issue } from '../../model/issue.ts';
import {
  absCents,
  maxCents,
  subtractCents,
  worth,
  atMost,
  HUNDRED_PCT,
  type Cents,
  type Pct,
} from '../../model/units.ts';
import type { TrustCheck } from '../trust-check.ts';
import { valueFactor } from '../value-factor.ts';

const ONE_CENT = 1n as Cents;

/** A difference up to this part of the value needs approval; above it the row is bad data. */
const GROSS = (HUNDRED_PCT / 20n) as Pct;

/** Price × shares is the value of the row, within a cent or the tolerance. One factor over all rows is told as such. */
export const rowValues: TrustCheck = ({ portfolio }, { row_tolerance_pct }) => {
  if (valueFactor(portfolio.claims.rows, row_tolerance_pct) !== undefined) return [];
  return portfolio.claims.rows.flatMap((row): readonly Issue[] => {
    if (row.statedValue === undefined) return [];
    const computed = worth(row.price, row.shares);
    const stated = row.statedValue.value;
    const gap = absCents(subtractCents(stated, computed));
    if (gap <= maxCents(ONE_CENT, atMost(row_tolerance_pct, absCents(computed)))) return [];
    return [
      {
        code: 'row-value-differs',
        level: gap <= atMost(GROSS, computed) ? 'approve' : 'block',
        place: row.statedValue.place,
        subject: row.ticker,
        detail: {
          ticker: row.ticker,
          stated: dollarText(stated),
          computed: dollarText(computed),
          shares: sharesText(row.shares),
          price: priceText(row.price),
          gap: dollarText(gap),
        },
      },
    ];
  });
};

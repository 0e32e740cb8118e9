import { dollarText } from '../../model/figures.ts';
import type { Issue } from '../../model/issue.ts';
import type { Stated } from '../../model/place.ts';
import { totalValue } from '../../model/portfolio.ts';
import { weight } from '../../model/ratio.ts';
import { absCents, subtractCents, type Cents } from '../../model/units.ts';
import { gravity } from '../gravity.ts';
import type { Trust } from '../settings.ts';
import type { TrustCheck } from '../trust-check.ts';

const differs = (kind: string, stated: Stated<Cents>, computed: Cents, trust: Trust): readonly Issue[] => {
  const gap = subtractCents(stated.value, computed);
  if (absCents(gap) <= 1n) return [];
  return [
    {
      code: kind,
      level: gravity(weight(stated.value, computed), weight(computed, computed), trust) ?? 'note',
      place: stated.place,
      detail: { stated: dollarText(stated.value), computed: dollarText(computed), gap: dollarText(absCents(gap)) },
    },
  ];
};

/** The stated totals are the sum of the rows, with or without cash as they say, to the cent. */
export const totals: TrustCheck = ({ portfolio }, trust) => {
  const total = totalValue(portfolio);
  const invested = subtractCents(total, portfolio.cash);
  return [
    ...portfolio.claims.total.flatMap((stated) => differs('total-differs', stated, total, trust)),
    ...portfolio.claims.invested.flatMap((stated) => differs('invested-differs', stated, invested, trust)),
  ];
};

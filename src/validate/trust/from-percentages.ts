import { percentText, pointsText } from '../../model/figures.ts';
import type { ResolvedDirective } from '../../model/directive.ts';
import type { Issue } from '../../model/issue.ts';
import { totalValue } from '../../model/portfolio.ts';
import { pctRatio, type Ratio } from '../../model/ratio.ts';
import type { Cents } from '../../model/units.ts';
import { heldAsNew } from '../held-as-new.ts';
import { gravity } from '../gravity.ts';
import type { Statements, TrustCheck } from '../trust-check.ts';

/** The same weight on the invested part only; undefined for cash and for an account of nothing but cash. */
const ofInvested = ({ directive, current }: ResolvedDirective, { portfolio }: Statements): Ratio | undefined => {
  const total = totalValue(portfolio);
  const invested = (total - portfolio.cash) as Cents;
  if (directive.kind === 'cash' || invested <= 0n) return undefined;
  return { num: current.num * total, den: current.den * invested };
};

/** The "from" percentage of each directive is the computed weight: the analyst and the account mean the same thing. */
export const fromPercentages: TrustCheck = (statements, trust) =>
  statements.directives.flatMap((resolved): readonly Issue[] => {
    const { directive, subject, current } = resolved;
    if (directive.from === undefined || heldAsNew(resolved, statements.portfolio) !== undefined) return [];
    const stated = pctRatio(directive.from.value);
    const level = gravity(stated, current, trust);
    if (level === undefined) return [];
    const other = ofInvested(resolved, statements);
    const invested = other !== undefined && gravity(stated, other, trust) === undefined;
    return [
      {
        code: invested ? 'from-of-invested' : 'from-differs',
        level: invested && level === 'note' ? 'approve' : level,
        place: directive.from.place,
        subject,
        detail: {
          subject,
          stated: percentText(stated),
          computed: percentText(current),
          of_invested: other === undefined ? '' : percentText(other),
          points: pointsText(stated, current),
        },
      },
    ];
  });

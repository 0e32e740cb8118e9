import { percentText, pointsText } from '../../model/figures.ts';
import type { ResolvedDirective } from '../../model/directive.ts';
import type { Issue, IssueLevel } from '../../model/issue.ts';
import { totalValue } from '../../model/portfolio.ts';
import { pctRatio, type Ratio } from '../../model/ratio.ts';
import type { Cents } from '../../model/units.ts';
import { gravity } from '../gravity.ts';
import { heldAsNew } from '../held-as-new.ts';
import type { Statements, TrustCheck } from '../trust-check.ts';

/** The same weight on the invested part only; undefined for cash and for an account of nothing but cash. */
const ofInvested = ({ directive, current }: ResolvedDirective, { portfolio }: Statements): Ratio | undefined => {
  const total = totalValue(portfolio);
  const invested = (total - portfolio.cash) as Cents;
  if (directive.kind === 'cash' || invested <= 0n) return undefined;
  return { num: current.num * total, den: current.den * invested };
};

/** A "from" of the invested part needs the person's word; with the word that targets are of the total, it is told. */
const basisLevel = ({ basis }: Statements): IssueLevel => (basis === 'total' ? 'note' : 'approve');

/** The "from" percentage of each directive is the computed weight: the analyst and the account mean the same thing. */
export const fromPercentages: TrustCheck = (statements, trust) =>
  statements.directives.flatMap((resolved): readonly Issue[] => {
    const { directive, subject, current, target } = resolved;
    if (directive.from === undefined || heldAsNew(resolved, statements.portfolio) !== undefined) return [];
    const stated = pctRatio(directive.from.value);
    const part = ofInvested(resolved, statements);
    const said = statements.basis === 'invested' && part !== undefined;
    const computed = said ? part : current;
    const level = gravity(stated, computed, trust);
    if (level === undefined) return [];
    const invested = !said && part !== undefined && gravity(stated, part, trust) === undefined;
    return [
      {
        code: invested ? 'from-of-invested' : 'from-differs',
        level: invested ? basisLevel(statements) : level,
        place: directive.from.place,
        subject,
        detail: {
          subject,
          stated: percentText(stated),
          computed: percentText(computed),
          target: percentText(target),
          of_part: said,
          of_invested: part === undefined ? '' : percentText(part),
          points: pointsText(stated, computed),
          asked: statements.basis === undefined,
        },
      },
    ];
  });

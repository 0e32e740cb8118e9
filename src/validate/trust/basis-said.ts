import type { Directive } from '../../model/directive.ts';
import { percentText } from '../../model/figures.ts';
import type { Issue } from '../../model/issue.ts';
import { pctRatio } from '../../model/ratio.ts';
import type { Pct } from '../../model/units.ts';
import type { TrustCheck } from '../trust-check.ts';

const targetOf = (directive: Directive): Pct | undefined => {
  if (directive.kind === 'sector') return directive.target;
  return directive.kind === 'ticker' && directive.aim.kind === 'weight' ? directive.aim.target : undefined;
};

/** With the person's word that percentages are parts of the invested money, every target is told as it was converted. */
export const basisSaid: TrustCheck = ({ directives, basis }) => {
  if (basis !== 'invested') return [];
  const targets = directives.flatMap(({ directive, subject, target }): readonly string[] => {
    const stated = targetOf(directive);
    return stated === undefined || stated === 0n
      ? []
      : [`${subject} ${percentText(pctRatio(stated))} → ${percentText(target)}`];
  });
  const issue: Issue = { code: 'basis-of-invested', level: 'note', detail: { targets } };
  return [issue];
};

import type { ResolvedDirective } from '../../model/directive.ts';
import { dollarText, percentText } from '../../model/figures.ts';
import type { Issue } from '../../model/issue.ts';
import { totalValue } from '../../model/portfolio.ts';
import { weight } from '../../model/ratio.ts';
import { absCents, type Cents } from '../../model/units.ts';
import { gravity } from '../gravity.ts';
import type { TrustCheck } from '../trust-check.ts';

const opposite = (stated: Cents, change: Cents): boolean => stated < 0n && change > 0n;

const unread = ({ directive, subject }: ResolvedDirective): readonly Issue[] => {
  if (directive.dollarsUnread === undefined) return [];
  const { value, place } = directive.dollarsUnread;
  const detail = { text: value.text, what: 'an amount in dollars' };
  return [{ code: value.code, level: 'approve', place, subject, detail }];
};

/** The dollar amount of a directive is what its percentages mean on the computed value. */
export const dollarAmounts: TrustCheck = ({ portfolio, directives }, trust) => {
  const total = totalValue(portfolio);
  return directives.flatMap((resolved): readonly Issue[] => {
    const { directive, subject, change } = resolved;
    if (directive.dollars === undefined || directive.direction === 'hold') return unread(resolved);
    const stated = directive.dollars.value;
    const size = gravity(weight(absCents(stated), total), weight(absCents(change), total), trust);
    const level = opposite(stated, change) && size !== 'block' ? 'approve' : size;
    if (level === undefined) return [];
    return [
      {
        code: 'dollars-differ',
        level,
        place: directive.dollars.place,
        subject,
        detail: {
          subject,
          stated: dollarText(stated),
          computed: dollarText(change),
          gap: dollarText(absCents((absCents(stated) - absCents(change)) as Cents)),
          opposite: opposite(stated, change),
          total: dollarText(total),
          points: percentText(weight(absCents((absCents(stated) - absCents(change)) as Cents), total)),
        },
      },
    ];
  });
};

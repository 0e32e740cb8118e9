import type { ResolvedDirective } from '../model/directive.ts';
import { dollarText } from '../model/figures.ts';
import type { Issue } from '../model/issue.ts';
import type { Unfilled } from '../model/trade.ts';

/** Undone because the person wants it so: nobody has to be asked. */
const WISHED: ReadonlySet<string> = new Set(['no-sell', 'no-sell-cash']);

/**
 * Part of a directive stays undone: a person must know, and approve; not so where it is what the person asked for, or of a sector
 * that no instruction is about.
 */
export const unfilledIssue = (
  { subject, directive, value, reason }: Unfilled,
  directives: readonly ResolvedDirective[],
): Issue => {
  const place = directives.find((one) => one.directive.id === directive)?.directive.place;
  const isAside = place === undefined && directive.startsWith('sector:');
  return {
    code: `unfilled-${reason}`,
    level: WISHED.has(reason) || isAside ? 'note' : 'approve',
    subject,
    detail: { subject, value: dollarText(value) },
    ...(place === undefined ? {} : { place }),
  };
};

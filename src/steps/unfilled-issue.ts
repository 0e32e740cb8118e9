import type { ResolvedDirective } from '../model/directive.ts';
import { dollarText } from '../model/figures.ts';
import type { Issue } from '../model/issue.ts';
import type { Unfilled } from '../model/trade.ts';

/** Part of a directive stays undone: a person must know, and approve. */
export const unfilledIssue = (
  { subject, directive, value, reason }: Unfilled,
  directives: readonly ResolvedDirective[],
): Issue => {
  const place = directives.find((one) => one.directive.id === directive)?.directive.place;
  return {
    code: `unfilled-${reason}`,
    level: 'approve',
    subject,
    detail: { subject, value: dollarText(value) },
    ...(place === undefined ? {} : { place }),
  };
};

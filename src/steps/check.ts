import type { AccountedLine } from '../model/directive.ts';
import type { Issue } from '../model/issue.ts';
import { readSources, type Request } from './read-sources.ts';
import { resolveAll } from './rebalance.ts';

/** Steps 0 and 0.5 alone: everything that can be said about the documents without planning anything. */
export const check = (
  request: Request,
  known: readonly Issue[] = [],
): { readonly issues: readonly Issue[]; readonly accounting: readonly AccountedLine[] } => {
  const { sources, issues, accounting } = readSources(request, true);
  if (sources === undefined) return { issues, accounting };
  return { issues: [...known, ...issues, ...resolveAll(sources, request).issues], accounting };
};

import type { FindingLevel } from './finding.ts';
import type { IssueLevel } from './issue.ts';

/** The three words. */
export type Verdict = 'SAFE' | 'CONDITIONAL' | 'BLOCKED';

/** BLOCKED if anything blocks, else CONDITIONAL if anything needs approval, else SAFE. */
export const verdictOf = (levels: Iterable<FindingLevel | IssueLevel>): Verdict => {
  let verdict: Verdict = 'SAFE';
  for (const level of levels) {
    if (level === 'block' || level === 'unusable') return 'BLOCKED';
    if (level === 'approve') verdict = 'CONDITIONAL';
  }
  return verdict;
};

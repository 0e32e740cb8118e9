import type { Finding } from '../model/finding.ts';
import type { Issue } from '../model/issue.ts';
import type { Judged } from '../steps/recommend.ts';
import { waysFromTooHeavy } from './heaviest.ts';
import type { Look, Ways } from './look.ts';
import { isGrave, isUndone } from './situation.ts';
import { waysToCarryOut } from './ways-to-carry-out.ts';
import { waysToClose } from './ways-to-close.ts';
import { waysToKeep } from './ways-to-keep.ts';

/** What bears on the verdict of a plan: issues and findings alike, by the code that names the rule. */
export interface Wrong {
  readonly code: string;
  readonly subject: string;
}

const ofIssue = ({ code, subject = '' }: Issue): Wrong => ({ code, subject });
const ofFinding = ({ constraint, subject }: Finding): Wrong => ({ code: constraint, subject });

/** Everything that is wrong with a plan. */
export const wrongWith = ({ issues, findings }: Judged): readonly Wrong[] => [
  ...issues.filter(isGrave).map(ofIssue),
  ...findings.filter(isGrave).map(ofFinding),
];

/**
 * Ways to mend the first thing that is wrong with a variant; whatever becomes SAFE has to mend it. Instructions that cannot be
 * carried out come first, then targets that do not close (both leave no orders to measure; what no limit allows is no target, so
 * that goes first), then limits, then what stays undone.
 */
export const waysOut = (look: Look): Ways => {
  const grave = look.plan.issues.filter(isGrave);
  const [about] = grave.filter((issue) => issue.code !== 'targets-do-not-close' && !isUndone(issue));
  if (about !== undefined) return waysToCarryOut(about, look);
  if (grave.some(({ code }) => code === 'targets-do-not-close')) {
    const lighter = waysFromTooHeavy(look);
    return lighter.length > 0 ? lighter : waysToClose(look);
  }
  const [finding] = look.plan.findings.filter(isGrave);
  if (finding !== undefined) return waysToKeep(finding, look);
  const [undone] = grave;
  return undone === undefined ? [] : waysToCarryOut(undone, look);
};

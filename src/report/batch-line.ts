import type { Issue } from '../model/issue.ts';
import { placeText } from '../model/place.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { issueWords } from './issue-words.ts';
import { dollarsNumber } from './json-number.ts';
import { reasonDocuments } from './judgement-json.ts';
import { tradeDocuments } from './trades-json.ts';

/** What one account of a batch comes to, as one line of JSON without its line end. `account` is its path as it was named. */
const line = (account: string, now: string, rest: object): string => JSON.stringify({ account, now, ...rest });

/** An account with a plan: its verdict, the id that `po rebalance` gives the same plan, its orders and the reasons. */
export const batchLine = (account: string, exit: number, planId: string, plan: Recommendation): string => {
  const { before, after } = plan.rehearsal;
  return line(account, plan.now, {
    exit,
    verdict: plan.verdict,
    plan_id: planId,
    total_value: dollarsNumber(before.total),
    cash: dollarsNumber(before.cash),
    cash_after: dollarsNumber(after.cash),
    trades: tradeDocuments(plan),
    reasons: reasonDocuments(plan),
  });
};

/** An account of which nothing could be made, and why. */
export const batchRefusal = (account: string, now: string, exit: number, issues: readonly Issue[]): string =>
  line(account, now, {
    exit,
    issues: issues.map((issue) => ({
      code: issue.code,
      level: issue.level,
      ...(issue.place === undefined ? {} : { source: placeText(issue.place) }),
      ...issueWords(issue),
    })),
  });

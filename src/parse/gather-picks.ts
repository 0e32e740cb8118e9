import type { Issue } from '../model/issue.ts';
import type { Pick } from '../model/market.ts';
import { placeText } from '../model/place.ts';
import type { Sector } from '../model/sector.ts';
import type { Ticker } from '../model/ticker.ts';
import { issueAt } from './issue-at.ts';
import type { JudgedPick } from './pick-of.ts';

/** The picks of a document in the listed order. */
export interface Picks {
  readonly picks: readonly Pick[];
  readonly spelling: ReadonlyMap<Sector, string>;
  readonly issues: readonly Issue[];
}

/** Puts picks together; a ticker that is listed twice counts once, as first listed, and is reported. */
export const gatherPicks = (judged: readonly JudgedPick[]): Picks => {
  const picks = new Map<Ticker, Pick>();
  const spelling = new Map<Sector, string>();
  const issues: Issue[] = [];
  for (const each of judged) {
    issues.push(...each.issues);
    if (!each.pick) continue;
    const earlier = picks.get(each.pick.ticker);
    if (earlier)
      issues.push(
        issueAt('pick-twice', 'approve', each.pick.place, { other: placeText(earlier.place) }, each.pick.ticker),
      );
    else picks.set(each.pick.ticker, each.pick);
    if (each.spelling && !spelling.has(each.spelling[0])) spelling.set(...each.spelling);
  }
  return { picks: [...picks.values()], spelling, issues };
};

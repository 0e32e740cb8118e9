import type { Recommendation } from '../../model/recommendation.ts';
import { counterWords, noCounterWords } from '../counter-words.ts';
import { markdownText } from '../escape.ts';

/** The smallest changes with which the plan would be SAFE, or why there are none. */
export const counterProposals = ({ repair }: Recommendation): object | undefined => {
  if (repair === undefined) return undefined;
  const { counterProposals: all, noCounterProposal } = repair;
  return {
    proposals: counterWords(all).map((one) => ({ ...one, changes: markdownText(one.changes) })),
    several: all.length !== 1,
    none: noCounterProposal === undefined ? '' : markdownText(noCounterWords(noCounterProposal)),
  };
};

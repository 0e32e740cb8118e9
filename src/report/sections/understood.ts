import type { Recommendation } from '../../model/recommendation.ts';
import { inMarkdownDeep } from '../in-markdown-deep.ts';
import { understoodView } from '../understood-view.ts';

/** What was understood of the instructions, and what was not: every line that looks like one is here once. */
export const understood = (recommendation: Recommendation): object | undefined => {
  const view = understoodView(recommendation);
  return view === undefined ? undefined : (inMarkdownDeep(view) as object);
};

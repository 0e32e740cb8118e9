import type { Recommendation } from '../../model/recommendation.ts';
import { inMarkdown } from '../in-markdown.ts';
import type { Meta } from '../plan-document.ts';
import { verdictView } from '../verdict-view.ts';

/** What only informs: it does not bear on the verdict, so it stands below the orders. */
export const notes = (recommendation: Recommendation, meta: Meta): object | undefined => {
  const { lighter } = verdictView(recommendation, meta);
  if (lighter.length === 0) return undefined;
  return { lighter: lighter.map((note) => inMarkdown(note, 'message', 'advice', 'place')) };
};

import { markdownText } from './escape.ts';

/** A copy of a view in which the named texts are escaped for Markdown. */
export const inMarkdown = <V extends object>(view: V, ...texts: readonly (keyof V)[]): V => {
  const copy: Record<keyof V, unknown> = { ...view };
  for (const key of texts) if (typeof copy[key] === 'string') copy[key] = markdownText(copy[key]);
  return copy as V;
};

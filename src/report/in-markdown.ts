import { markdownText } from './escape.ts';

/** A copy of a view in which the named texts are escaped for Markdown. */
export const inMarkdown = <V extends object>(view: V, ...texts: readonly (keyof V)[]): V => ({
  ...view,
  ...Object.fromEntries(texts.map((key) => [key, typeof view[key] === 'string' ? markdownText(view[key]) : view[key]])),
});

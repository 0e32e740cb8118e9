import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

// A single `~` is "about" in these documents ("~500 shares"), never a strike-through.
const reader = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

/** Markdown with tables, as a tree with positions. Call `checkCaps` first: some short texts take minutes. */
export const parseMarkdown = (text: string): Root => reader.parse(text);

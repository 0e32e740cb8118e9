import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';

/** The constructs of remark-gfm that look for a bare address at every letter of a text. */
const AUTOLINKS: ReadonlySet<string | undefined> = new Set(['emailAutolink', 'protocolAutolink', 'wwwAutolink']);

/** Leaves bare addresses as the text that they are: nothing here follows links, and looking for them takes half of the time. */
function withoutAutolinks(this: Processor): void {
  const data = this.data();
  for (const { text } of data.micromarkExtensions ?? []) {
    for (const [code, constructs] of Object.entries(text ?? {})) {
      const kept = [constructs ?? []].flat().filter(({ name }) => !AUTOLINKS.has(name));
      if (text && kept.length > 0) text[code] = kept;
      else Reflect.deleteProperty(text ?? {}, code);
    }
  }
  for (const extension of (data.fromMarkdownExtensions ?? []).flat()) delete extension.transforms;
}

// A single `~` is "about" in these documents ("~500 shares"), never a strike-through.
const reader = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(withoutAutolinks).freeze();

/** Markdown with tables, as a tree with positions. Call `checkCaps` first: some short texts take minutes. */
export const parseMarkdown = (text: string): Root => reader.parse(text);

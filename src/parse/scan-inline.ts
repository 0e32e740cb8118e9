import type { PhrasingContent } from 'mdast';

/** Characters that may begin something in Markdown, wherever they stand: their texts are left to remark. */
const UNSURE = /[\\`_[\]\t\r\u0000]|~~|<(?![ \d=])|&#?[a-z0-9]+;/i;
const PUNCTUATION = /[!-/:-@[-`{-~]/;

const textAt = (value: string, line: number, column: number): PhrasingContent => ({
  type: 'text',
  value,
  position: { start: { line, column }, end: { line, column: column + value.length } },
});

/** Whether `**` at the end of a bold piece surely closes it (CommonMark 0.31, 6.2), by the characters beside it. */
const closes = (last: string, next: string): boolean =>
  last !== ' ' &&
  (next === '' || next === ' ' || /[A-Za-z0-9]/.test(last) || (PUNCTUATION.test(last) && PUNCTUATION.test(next)));

/**
 * One line of text, a heading's or a cell's, as Markdown's tree has it: plain text and `**bold**`. Undefined for anything
 * that is not surely nothing else.
 */
export const scanInline = (text: string, line: number, column: number): PhrasingContent[] | undefined => {
  if (UNSURE.test(text)) return undefined;
  const nodes: PhrasingContent[] = [];
  let from = 0;
  for (let star = text.indexOf('*'); star >= 0; star = text.indexOf('*', from)) {
    const end = text.indexOf('*', star + 2);
    const inner = text.slice(star + 2, end);
    const before = text[star - 1] ?? ' ';
    const isPair = end > star + 2 && text[star + 1] === '*' && text[end + 1] === '*' && text[end + 2] !== '*';
    if (!isPair || (before !== ' ' && before !== '(') || /^\s/u.test(inner) || /\s$/u.test(inner)) return undefined;
    if (!closes(inner.at(-1) ?? ' ', text[end + 2] ?? '')) return undefined;
    if (star > from) nodes.push(textAt(text.slice(from, star), line, column + from));
    nodes.push({
      type: 'strong',
      children: [textAt(inner, line, column + star + 2)],
      position: { start: { line, column: column + star }, end: { line, column: column + end + 2 } },
    });
    from = end + 2;
  }
  if (from < text.length) nodes.push(textAt(text.slice(from), line, column + from));
  return nodes;
};

/** The lines of a paragraph as Markdown's tree has them: texts that meet at a line's end are one. */
export const joinLines = (lines: readonly (readonly PhrasingContent[])[], line: number): PhrasingContent[] => {
  const joined: PhrasingContent[] = [];
  const add = (node: PhrasingContent): void => {
    const last = joined.at(-1);
    if (last?.type === 'text' && node.type === 'text') last.value += node.value;
    else joined.push(node);
  };
  lines.forEach((nodes, index) => {
    if (index > 0) add(textAt('\n', line + index - 1, joined.at(-1)?.position?.end.column ?? 1));
    nodes.forEach(add);
  });
  return joined;
};

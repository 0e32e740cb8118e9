import type { Nodes, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { plainText } from './plain-text.ts';

/** One source line of a paragraph, item or cell, as a reader sees it. */
export interface TextLine {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** Everything on the line is struck through. */
  readonly struck: boolean;
}

interface Piece {
  readonly text: string;
  readonly line: number;
  readonly struck: boolean;
}

const piecesOf = (node: Nodes, struck: boolean): Piece[] => {
  const line = node.position?.start.line ?? 1;
  if (node.type === 'text') return node.value.split('\n').map((text, index) => ({ text, line: line + index, struck }));
  if (node.type === 'html') return [{ text: /^<br\b/i.test(node.value) ? ' ' : '', line, struck }];
  if (node.type === 'break' || node.type === 'footnoteReference') return [];
  if ('children' in node) return node.children.flatMap((child) => piecesOf(child, struck || node.type === 'delete'));
  return [{ text: toString(node, { includeHtml: false }), line, struck }];
};

/** The one text that a node of one line is made of, as most cells are. */
const onlyText = (node: Nodes): Text | undefined => {
  const [only, second] = 'children' in node ? node.children : [];
  const isOne =
    only?.type === 'text' && second === undefined && only.position?.start.line === node.position?.start.line;
  return isOne && !only.value.includes('\n') ? only : undefined;
};

/**
 * The text of a paragraph, heading or cell, one entry a source line that has any. Struck-through words are dropped from
 * a line that says something else too; the column is that of the line's first character.
 */
export const textLines = (node: Nodes, source: readonly string[]): TextLine[] => {
  const first = node.position?.start;
  const only = onlyText(node);
  if (only !== undefined && first !== undefined) {
    const text = plainText(only.value);
    return text === '' ? [] : [{ text, line: first.line, column: first.column, struck: false }];
  }
  const byLine = new Map<number, Piece[]>();
  for (const piece of piecesOf(node, false)) {
    const pieces = byLine.get(piece.line);
    if (pieces) pieces.push(piece);
    else byLine.set(piece.line, [piece]);
  }
  return [...byLine].flatMap(([line, pieces]) => {
    const kept = plainText(
      pieces
        .filter((piece) => !piece.struck)
        .map((piece) => piece.text)
        .join(''),
    );
    const all = plainText(pieces.map((piece) => piece.text).join(''));
    const struck = kept === '' && all !== '';
    const indent = /^[\s>]*/.exec(source[line - 1] ?? '')?.[0].length ?? 0;
    const column = line === first?.line ? first.column : indent + 1;
    return all === '' ? [] : [{ text: struck ? all : kept, line, column, struck }];
  });
};

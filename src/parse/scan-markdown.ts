import type { Heading, List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { joinLines, scanInline } from './scan-inline.ts';
import { isRow, scanTable } from './scan-table.ts';

/**
 * What a line begins with that may make it anything but a line of a paragraph: marks, a line of dashes (under a heading, or under the
 * header of a table without bars at its ends); and white space at its edges.
 */
const NOT_PROSE = /^(?:[\s>|#=]|[-*+](?:\s|$)|\d{1,9}[.)](?:\s|$)|[-:| ]*-[-:| ]*$|(?:\* *){2,}$)|\s$/u;
const HEADING = /^(#{1,6})( +)([^#\s](?:.*[^#\s])?)$/u;
const ITEM = /^([-+*]|(\d{1,9})([.)])) (?:\[([ xX])\] )?(?=\S)/u;
const RULE = /^(?:-{3,}|\*{3,})$/;

/** A block that surely is what it looks like, and the index of the line after it. */
interface Scanned {
  readonly node: RootContent;
  readonly next: number;
}

const spanOf = (from: number, to: number) => ({ start: { line: from + 1, column: 1 }, end: { line: to, column: 1 } });

const scanHeading = (lines: readonly string[], at: number): Scanned | undefined => {
  const [, marks = '', space = '', text = ''] = HEADING.exec(lines[at] ?? '') ?? [];
  const children = marks === '' ? undefined : scanInline(text, at + 1, marks.length + space.length + 1);
  if (children === undefined) return undefined;
  const node: Heading = {
    type: 'heading',
    depth: marks.length as Heading['depth'],
    children,
    position: spanOf(at, at + 1),
  };
  return { node, next: at + 1 };
};

/** The text of an item, behind its mark and its box. */
const scanItem = (line: string, at: number): ListItem | undefined => {
  const [lead = '', , , , box] = ITEM.exec(line) ?? [];
  const text = line.slice(lead.length);
  const children = lead === '' || NOT_PROSE.test(text) ? undefined : scanInline(text, at + 1, lead.length + 1);
  if (children === undefined) return undefined;
  // For remark a box is part of the paragraph where bold text follows it.
  const column = box !== undefined && children[0]?.type === 'strong' ? lead.indexOf('[') + 1 : lead.length + 1;
  const edges = { start: { line: at + 1, column }, end: { line: at + 1, column: line.length + 1 } };
  const checked = box === undefined ? {} : { checked: box !== ' ' };
  return {
    type: 'listItem',
    ...checked,
    children: [{ type: 'paragraph', children, position: edges }],
    position: edges,
  };
};

const scanList = (lines: readonly string[], at: number): Scanned | undefined => {
  const [, bullet, ordinal, delimiter] = ITEM.exec(lines[at] ?? '') ?? [];
  const children: ListItem[] = [];
  let next = at;
  for (let blank = false; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    const [, mark, , end] = ITEM.exec(line) ?? [];
    const isSame = ordinal === undefined ? mark === bullet : end === delimiter && mark !== undefined;
    if (line !== '' && !isSame && (blank || HEADING.test(line))) break;
    const item = line === '' ? undefined : scanItem(line, next);
    if (line !== '' && (!isSame || item === undefined)) return undefined;
    if (item !== undefined) children.push(item);
    blank = line === '';
  }
  const start = ordinal === undefined ? {} : { start: Number(ordinal) };
  const node: List = { type: 'list', ordered: ordinal !== undefined, ...start, children, position: spanOf(at, next) };
  return { node, next };
};

/** A bullet or the number 1 may end a paragraph without an empty line between. */
const interrupts = (line: string): boolean => {
  const [, mark = '', ordinal] = ITEM.exec(line) ?? [];
  return mark !== '' && (ordinal === undefined || ordinal === '1');
};

const scanParagraph = (lines: readonly string[], at: number): Scanned | undefined => {
  const found: PhrasingContent[][] = [];
  let next = at;
  for (; next < lines.length && lines[next] !== ''; next += 1) {
    const line = lines[next] ?? '';
    if (next > at && (HEADING.test(line) || interrupts(line))) break;
    const nodes = NOT_PROSE.test(line) ? undefined : scanInline(line, next + 1, 1);
    if (nodes === undefined) return undefined;
    found.push(nodes);
  }
  const node: Paragraph = { type: 'paragraph', children: joinLines(found, at + 1), position: spanOf(at, next) };
  return { node, next };
};

const scanBlock = (lines: readonly string[], at: number): Scanned | undefined => {
  const line = lines[at] ?? '';
  if (line.startsWith('#')) return scanHeading(lines, at);
  if (isRow(line)) return scanTable(lines, at);
  if (RULE.test(line)) return { node: { type: 'thematicBreak', position: spanOf(at, at + 1) }, next: at + 1 };
  return ITEM.test(line) ? scanList(lines, at) : scanParagraph(lines, at);
};

/**
 * The tree of a document that is plain throughout: headings, paragraphs, flat lists, rules and tables with a bar at both ends,
 * in plain or bold text. It is the tree that remark would make, two hundred times faster; undefined for every document in
 * which one line may be anything else. Of the positions only those of blocks' and texts' beginnings are kept.
 */
export const scanMarkdown = (text: string): Root | undefined => {
  const lines = text.split(/\r?\n/).map((line) => (/^ +$/.test(line) ? '' : line));
  const children: RootContent[] = [];
  for (let at = 0; at < lines.length;) {
    const isBlank = lines[at] === '';
    const block = isBlank ? undefined : scanBlock(lines, at);
    if (!isBlank && block === undefined) return undefined;
    if (block !== undefined) children.push(block.node);
    at = block?.next ?? at + 1;
  }
  return { type: 'root', children };
};

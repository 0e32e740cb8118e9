import type {
  Code,
  Html,
  List,
  ListItem,
  Paragraph,
  RootContent,
  Table as TableNode,
  TableCell,
  TableRow as RowNode,
} from 'mdast';
import type { Place } from '../model/place.ts';
import { parseMarkdown } from './markdown.ts';
import type { Line, Outline, Section, Table, TableRow } from './outline.ts';
import { plainText } from './plain-text.ts';
import { scanMarkdown } from './scan-markdown.ts';
import { startsWithVerb } from './verbs.ts';
import { textLines } from './text-lines.ts';

interface OpenSection extends Section {
  readonly lines: Line[];
  html?: Line[];
  readonly tables: Table[];
}

/** What is known while the document is read from top to bottom. */
interface Reader {
  readonly file: string;
  readonly source: readonly string[];
  readonly sections: OpenSection[];
}

const PSEUDO = 7;
const TITLE_LIKE = /\b(?:action plan|rebalanc|recommended (?:actions?|trades?|targets?)|suggested)/i;

const placeIn = (reader: Reader, line: number, column: number): Place => ({ file: reader.file, line, column });

const current = (reader: Reader): OpenSection => {
  const last = reader.sections.at(-1);
  if (last) return last;
  const root: OpenSection = { title: '', depth: 0, lines: [], tables: [] };
  reader.sections.push(root);
  return root;
};

const open = (reader: Reader, depth: number, heading?: Line): void => {
  let parent: Section | undefined = current(reader);
  while (parent && parent.depth >= depth) parent = parent.parent;
  const title = heading?.text ?? parent?.title ?? '';
  reader.sections.push({
    title,
    depth,
    lines: [],
    tables: [],
    ...(parent ? { parent } : {}),
    ...(heading ? { heading } : {}),
  });
};

/** A line that ends in a colon, or is all bold, right before a list, table or block of code, is its heading. */
const actsAsHeading = (node: Paragraph, line: Line, alone: boolean, next: RootContent | undefined): boolean => {
  if (line.text.length > 100 || !next) return false;
  const bold = alone && node.children.every((child) => child.type === 'strong');
  if (!bold && !line.text.endsWith(':')) return false;
  return /^(?:list|table|code)$/.test(next.type) || (next.type === 'paragraph' && TITLE_LIKE.test(line.text));
};

const readParagraph = (reader: Reader, node: Paragraph, next: RootContent | undefined): void => {
  const found = textLines(node, reader.source);
  const lines = found.map((part): Line => ({
    kind: 'prose',
    text: part.text,
    place: placeIn(reader, part.line, part.column),
    ...(part.struck ? { struck: true } : {}),
  }));
  const last = lines.at(-1);
  if (!last) return;
  const heads = actsAsHeading(node, last, lines.length === 1, next);
  current(reader).lines.push(...(heads ? lines.slice(0, -1) : lines));
  if (heads) open(reader, PSEUDO, { ...last, kind: 'heading', text: last.text.replace(/\s*:$/, '') });
};

/** An item is one line, however it is wrapped; a continuation that starts a new instruction is a line of its own. */
const itemLines = (reader: Reader, node: Paragraph, extra: Partial<Line>): Line[] => {
  const lines: Line[] = [];
  for (const part of textLines(node, reader.source)) {
    const last = lines.at(-1);
    if (last && !startsWithVerb(part.text)) lines[lines.length - 1] = { ...last, text: `${last.text} ${part.text}` };
    else {
      const place = placeIn(reader, part.line, part.column);
      lines.push({ kind: 'item', text: part.text, place, ...extra, ...(part.struck ? { struck: true } : {}) });
    }
  }
  return lines;
};

const readItem = (reader: Reader, item: ListItem, ordinal: number | undefined): void => {
  const extra = {
    ...(ordinal === undefined ? {} : { ordinal }),
    ...(item.checked === true ? { ticked: true } : {}),
  };
  for (const child of item.children) {
    if (child.type === 'paragraph') current(reader).lines.push(...itemLines(reader, child, extra));
    else readBlock(reader, child, undefined);
  }
};

const readList = (reader: Reader, list: List): void => {
  list.children.forEach((item, index) => {
    readItem(reader, item, list.ordered === true ? (list.start ?? 1) + index : undefined);
  });
};

const readCode = (reader: Reader, node: Code): void => {
  const start = node.position?.start.line ?? 1;
  const fenced = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(?:`{3}|~{3})/.test(reader.source[start - 1] ?? '');
  node.value.split('\n').forEach((value, index) => {
    const text = plainText(value);
    if (text === '') return;
    const line = start + index + (fenced ? 1 : 0);
    const column = Math.max(0, (reader.source[line - 1] ?? '').indexOf(value.trim())) + 1;
    const language = typeof node.lang === 'string' && node.lang !== '' ? { language: node.lang } : {};
    current(reader).lines.push({ kind: 'code', text, place: placeIn(reader, line, column), ...language });
  });
};

/** Where a cell's own text starts, behind the spaces that some texts begin with; an empty cell is pointed at just behind its bar. */
const cellPlace = (reader: Reader, cell: TableCell): Place => {
  const [first] = cell.children;
  const value = first?.type === 'text' ? first.value : '.';
  const text = value.trim() === '' ? undefined : first?.position?.start;
  const edge = cell.position?.start;
  return text
    ? placeIn(reader, text.line, text.column + value.length - value.trimStart().length)
    : placeIn(reader, edge?.line ?? 1, (edge?.column ?? 0) + 1);
};

const readRow = (reader: Reader, row: RowNode): TableRow => {
  const cells = row.children.map((cell) => {
    const text = textLines(cell, reader.source)
      .filter((part) => !part.struck)
      .map((part) => part.text)
      .join(' ');
    return { text: plainText(text), place: cellPlace(reader, cell) };
  });
  const start = row.position?.start;
  const first = cells.find((cell) => cell.text !== '');
  return { cells, place: first?.place ?? placeIn(reader, start?.line ?? 1, start?.column ?? 1) };
};

const readTable = (reader: Reader, node: TableNode): void => {
  const [header, ...rows] = node.children.map((row) => readRow(reader, row));
  if (header) current(reader).tables.push({ header, rows });
};

/** What a reader sees of a block of HTML, line by line. */
const readHtml = (reader: Reader, node: Html): void => {
  const start = node.position?.start.line ?? 1;
  const shown = node.value.replace(/<!--[^]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ''));
  const section = current(reader);
  shown.split('\n').forEach((value, index) => {
    const text = plainText(value.replace(/<[^<>]*>/g, ' '));
    if (text !== '') (section.html ??= []).push({ kind: 'prose', text, place: placeIn(reader, start + index, 1) });
  });
};

const readBlock = (reader: Reader, node: RootContent, next: RootContent | undefined): void => {
  if (node.type === 'heading') {
    const [part] = textLines(node, reader.source);
    const start = node.children[0]?.position?.start ?? node.position?.start;
    const place = placeIn(reader, start?.line ?? 1, start?.column ?? 1);
    open(reader, node.depth, { kind: 'heading', text: part?.text ?? '', place });
  } else if (node.type === 'paragraph') readParagraph(reader, node, next);
  else if (node.type === 'list') readList(reader, node);
  else if (node.type === 'code') readCode(reader, node);
  else if (node.type === 'table') readTable(reader, node);
  else if (node.type === 'html') readHtml(reader, node);
  else if (node.type === 'thematicBreak' && current(reader).depth === PSEUDO) open(reader, PSEUDO);
  else if (node.type === 'blockquote' || node.type === 'footnoteDefinition') readBlocks(reader, node.children);
};

const readBlocks = (reader: Reader, nodes: readonly RootContent[]): void => {
  nodes.forEach((node, index) => {
    readBlock(reader, node, nodes[index + 1]);
  });
};

/** Reads Markdown into its sections. Call `checkCaps` first. */
export const outlineOf = (text: string, file: string): Outline => {
  const reader: Reader = { file, source: text.split(/\r\n|\n|\r/), sections: [] };
  readBlocks(reader, (scanMarkdown(text) ?? parseMarkdown(text)).children);
  return { file, sections: reader.sections };
};

/** What of the shape of a text is counted. */
export interface Shape {
  /** Levels of quotations and lists at most. */
  depth: number;
  /** Marks in one paragraph at most. */
  marks: number;
  /** Cells of one row at most. */
  columns: number;
}

/** What the parts of a text cost to parse, in milliseconds. */
export interface Work {
  text: number;
  tables: number;
  lists: number;
  marks: number;
  underlines: number;
}

/** Counts a text line by line. */
export interface Count {
  readonly shape: Shape;
  readonly work: Work;
  readonly add: (line: string) => void;
}

/**
 * Milliseconds for one of each with remark 15 and remark-gfm 4 on Node 20, and for one pair of what is read again for each that
 * follows: a container of a list or a quotation, an underlined heading. `npm run bench -- hostile` shows whether they still hold.
 */
const COST = {
  line: 0.05,
  character: 0.0006,
  cell: 0.045,
  row: 0.06,
  mark: 0.015,
  link: 0.06,
  item: 0.1,
  containers: 0.000_01,
  underlines: 0.0002,
};

const LEAD = /^(?:[ \t>]|[-+*](?=\s)|\d{1,9}[.)](?=\s))*/;
const ITEM = /^[\s>]*(?:[-+*]|\d{1,9}[.)])\s/;
const UNDERLINE = /^[\s>]*(?:=+|-+)\s*$/;

const countIn = (line: string, pattern: RegExp): number => line.match(pattern)?.length ?? 0;

/** Quote marks, list marks and indentation in front of a line, as levels: two spaces may open a level of a list. */
const depthOf = (line: string): number => countIn(LEAD.exec(line)?.[0] ?? '', /> ?|[-+*] ?|\d+[.)] ?| {2}|\t/g);

/** How many cells a line of a table has, with or without the bars at its ends. */
const cellsIn = (line: string, bars: number): number =>
  bars === 0 ? 0 : bars + 1 - (/^[\s>]*\|/.test(line) ? 1 : 0) - (/(?<!\\)\|\s*$/.test(line) ? 1 : 0);

/** Counts what a text of Markdown costs to parse. A line is looked at by itself, so that counting is quick whatever it says. */
export const countWork = (): Count => {
  const shape: Shape = { depth: 0, marks: 0, columns: 0 };
  const work: Work = { text: 0, tables: 0, lists: 0, marks: 0, underlines: 0 };
  let paragraph = 0;
  let containers = 0;
  let underlines = 0;
  let afterBlank = true;
  const add = (line: string): void => {
    const marks = countIn(line, /[*_[\]`<!&\\~]/g);
    const bars = countIn(line, /(?<!\\)\|/g);
    const cells = cellsIn(line, bars);
    const depth = depthOf(line);
    const isItem = ITEM.test(line);
    const isBlank = line.trim() === '';
    paragraph = isBlank || bars > 1 || isItem ? marks : paragraph + marks;
    shape.depth = Math.max(shape.depth, depth);
    shape.marks = Math.max(shape.marks, paragraph);
    shape.columns = Math.max(shape.columns, cells);
    containers += isItem || afterBlank ? depth : 0;
    underlines += UNDERLINE.test(line) ? 1 : 0;
    work.text += COST.line + line.length * COST.character;
    work.tables += cells === 0 ? 0 : COST.row + cells * COST.cell;
    work.marks += marks * COST.mark + countIn(line, /\]\(/g) * COST.link;
    work.lists += isItem ? COST.item : 0;
    work.underlines = underlines * underlines * COST.underlines;
    afterBlank = isBlank;
  };
  return {
    shape,
    get work() {
      return { ...work, lists: work.lists + containers * containers * COST.containers };
    },
    add,
  };
};

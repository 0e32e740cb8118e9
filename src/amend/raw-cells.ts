/** Where a cell stands in its line, the spaces beside its text included: from behind one bar up to the next. */
export interface RawCell {
  readonly start: number;
  readonly end: number;
}

/** Where the bars are that part cells: a backslash takes its meaning from a bar, and from another backslash. */
const barsOf = (line: string, from: number): readonly number[] => {
  const bars: number[] = [];
  for (let at = from; at < line.length; at += 1) {
    if (line[at] === '\\' && /[\\|]/.test(line[at + 1] ?? '')) at += 1;
    else if (line[at] === '|') bars.push(at);
  }
  return bars;
};

/** The cells of a line of a table, as GitHub's Markdown parts them: also inside backticks, also without bars at the ends. */
export const rawCells = (line: string): readonly RawCell[] => {
  const indent = /^[\s>]*/.exec(line)?.[0].length ?? 0;
  const first = line[indent] === '|' ? indent + 1 : indent;
  const ends = barsOf(line, first);
  const starts = [first, ...ends.map((at) => at + 1)];
  const cells = starts.map((start, index): RawCell => ({ start, end: ends[index] ?? line.length }));
  const last = cells.at(-1);
  return last && line.slice(last.start).trim() === '' ? cells.slice(0, -1) : cells;
};

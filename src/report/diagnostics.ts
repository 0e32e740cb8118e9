import type { Issue, IssueLevel } from '../model/issue.ts';
import { comparePlaces, placeText, type Place } from '../model/place.ts';
import { compareText, thenBy } from '../model/order.ts';
import { issueWords } from './issue-words.ts';
import { PAINT, painted } from './paint.ts';
import { say } from './say.ts';
import { sourceExcerpt } from './source-excerpt.ts';
import { terminalText } from './escape.ts';
import { wrap } from './wrap.ts';

const DEFAULT_WIDTH = 100;
/** Columns before the words of a message: `  should  `. */
const INDENT = 10;

const COLOURS: Readonly<Record<IssueLevel, string>> = {
  unusable: PAINT.bad,
  block: PAINT.bad,
  approve: PAINT.warn,
  note: PAINT.dim,
};

const comparePlaced = (a: Place | undefined, b: Place | undefined): number => {
  if (a !== undefined && b !== undefined) return comparePlaces(a, b);
  return Number(b !== undefined) - Number(a !== undefined);
};

const byPlace = (a: Issue, b: Issue): number => thenBy(comparePlaced(a.place, b.place), compareText(a.code, b.code));

const heading = ({ level, code, place }: Issue): string => {
  const word = say('report/diagnostic-level', { [level]: true });
  const where = place === undefined ? '' : `${terminalText(placeText(place))} `;
  return `${where}${COLOURS[level]}${word}${PAINT.off} ${code}`;
};

/** The texts that issues point into, each cut into lines when it is first pointed into. */
const linesOf = (sources: ReadonlyMap<string, string>): ((file: string) => readonly string[]) => {
  const cut = new Map<string, readonly string[]>();
  return (file) => {
    const lines = cut.get(file) ?? sources.get(file)?.split(/\r\n|\n|\r/u) ?? [];
    cut.set(file, lines);
    return lines;
  };
};

const sourceLines = (
  place: Place | undefined,
  lines: (file: string) => readonly string[],
  width: number,
): readonly string[] => {
  const text = place === undefined ? undefined : lines(place.file)[place.line - 1];
  if (place === undefined || text === undefined || text.trim() === '') return [];
  const { line, caret } = sourceExcerpt(text, place.column, width - 4);
  return [`    ${line}`, `    ${' '.repeat(caret)}${PAINT.strong}^${PAINT.off}`];
};

const sentences = (issue: Issue, width: number): readonly string[] => {
  const words = issueWords(issue);
  const labelled = (['is', 'should', 'do'] as const).filter((label) => words[label] !== '');
  return labelled.flatMap((label) =>
    wrap(words[label], width - INDENT).map(
      (part, index) => `${(index === 0 ? `  ${label}` : '').padEnd(INDENT)}${part}`,
    ),
  );
};

/** Nobody reads more at once; a file that is wrong in every line is told by its worst. */
const MOST_TOLD = 200;
const LEVELS: readonly IssueLevel[] = ['unusable', 'block', 'approve', 'note'];

/** The worst of very many issues, in order of reading. */
const told = (issues: readonly Issue[]): readonly Issue[] =>
  issues.length <= MOST_TOLD
    ? [...issues].sort(byPlace)
    : [...issues]
        .sort((a, b) => thenBy(LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level), byPlace(a, b)))
        .slice(0, MOST_TOLD)
        .sort(byPlace);

/** How many issues of each code are not told. */
const untold = (issues: readonly Issue[], shown: readonly Issue[]): readonly string[] => {
  const left = new Map<string, number>();
  for (const { code } of issues) left.set(code, (left.get(code) ?? 0) + 1);
  for (const { code } of shown) left.set(code, (left.get(code) ?? 0) - 1);
  const codes = [...left].filter(([, count]) => count > 0).map(([code, count]) => `${code} (${count})`);
  return codes.length === 0 ? [] : [say('report/untold', { count: issues.length - shown.length, codes })];
};

/** Issues as a person reads them in a terminal: where, the line with a caret, what is, what should be, what to do. */
export const diagnostics = (
  issues: readonly Issue[],
  sources: ReadonlyMap<string, string>,
  { colour, width = DEFAULT_WIDTH }: { readonly colour: boolean; readonly width?: number },
): string => {
  const lines = linesOf(sources);
  const shown = told(issues);
  const blocks = shown.map((issue) =>
    [heading(issue), ...sourceLines(issue.place, lines, width), ...sentences(issue, width)].join('\n'),
  );
  blocks.push(...untold(issues, shown));
  return blocks.length === 0 ? '' : painted(`${blocks.join('\n\n')}\n`, colour);
};

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

const sourceLines = (
  place: Place | undefined,
  sources: ReadonlyMap<string, readonly string[]>,
  width: number,
): readonly string[] => {
  const text = place === undefined ? undefined : sources.get(place.file)?.[place.line - 1];
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

/** Issues as a person reads them in a terminal: where, the line with a caret, what is, what should be, what to do. */
export const diagnostics = (
  issues: readonly Issue[],
  sources: ReadonlyMap<string, string>,
  { colour, width = DEFAULT_WIDTH }: { readonly colour: boolean; readonly width?: number },
): string => {
  const named = new Set(issues.map(({ place }) => place?.file));
  const lines = new Map(
    [...sources].filter(([file]) => named.has(file)).map(([file, text]) => [file, text.split(/\r\n|\n|\r/u)] as const),
  );
  const blocks = [...issues]
    .sort(byPlace)
    .map((issue) => [heading(issue), ...sourceLines(issue.place, lines, width), ...sentences(issue, width)].join('\n'));
  return blocks.length === 0 ? '' : painted(`${blocks.join('\n\n')}\n`, colour);
};

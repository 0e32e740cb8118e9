import type { LineClass } from '../../src/model/directive.ts';
import type { LabelledDocument } from './labelled-document.ts';
import { readLines } from './read-lines.ts';

/** Every class that a line can be in. */
export const CLASSES: readonly LineClass[] = [
  'directive',
  'restated',
  'conflict',
  'conditional',
  'ambiguous',
  'unsupported',
  'not_a_directive',
];

/** How the program's answers for one class compare with the labels: lines of all documents. */
export interface Score {
  readonly name: string;
  readonly labelled: number;
  readonly read: number;
  readonly both: number;
}

const pairsIn = (documents: readonly LabelledDocument[], of: 'labels' | 'read', wanted: LineClass | undefined) =>
  new Set(
    documents.flatMap(({ name, text, labels }) =>
      (of === 'labels' ? labels : readLines(text))
        .filter((each) => wanted === undefined || each.class === wanted)
        .map(({ line }) => `${name}:${String(line)}`),
    ),
  );

/** The score of one class, or of the question whether a line looks like an instruction at all. */
export const scoreOf = (documents: readonly LabelledDocument[], wanted?: LineClass): Score => {
  const labelled = pairsIn(documents, 'labels', wanted);
  const read = pairsIn(documents, 'read', wanted);
  const both = [...labelled].filter((line) => read.has(line)).length;
  return { name: wanted ?? 'any class', labelled: labelled.size, read: read.size, both };
};

const percent = (part: number, whole: number): string =>
  whole === 0 ? '     –' : `${((part / whole) * 100).toFixed(1).padStart(5)}%`;

/** One line of the table: of the lines read as this class, how many are (precision); of those that are, how many were read. */
export const scoreLine = ({ name, labelled, read, both }: Score): string =>
  `${name.padEnd(16)} ${String(labelled).padStart(8)} ${String(read).padStart(5)} ${String(both).padStart(5)}    ${percent(both, read)}  ${percent(both, labelled)}`;

/** The heading of that table. */
export const SCORE_HEADING = `${'class'.padEnd(16)} ${'labelled'.padStart(8)} ${'read'.padStart(5)} ${'both'.padStart(5)}  precision  recall`;

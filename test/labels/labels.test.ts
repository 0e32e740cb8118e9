// `npm run labels` prints the figures; the tests hold each document to its labels, line by line.
import { afterAll, describe, expect, it } from 'vitest';
import { LABELLED, type LabelledDocument } from './labelled-document.ts';
import { readLines, type ReadLine } from './read-lines.ts';
import { CLASSES, SCORE_HEADING, scoreLine, scoreOf } from './score.ts';

const words = (line: string): string => line.trim().replace(/\s+/g, ' ');

/** What a label says and what the program says, in the same words: of restated lines only that they are. */
const said = ({ line, class: lineClass, means }: Pick<ReadLine, 'line' | 'class' | 'means'>): string =>
  [line, lineClass, lineClass === 'directive' ? (means ?? '(no meaning)') : ''].join(' ').trim();

const ordered = (lines: readonly Pick<ReadLine, 'line' | 'class' | 'means'>[]): readonly string[] =>
  [...lines].sort((a, b) => a.line - b.line).map(said);

describe('documents after the shapes of the field', () => {
  it('are at least 24, with at least 150 labelled lines in every class', () => {
    expect(LABELLED.length).toBeGreaterThanOrEqual(24);
    expect(LABELLED.flatMap(({ labels }) => labels).length).toBeGreaterThanOrEqual(150);
    const labelled = new Set(LABELLED.flatMap(({ labels }) => labels.map((label) => label.class)));
    expect([...labelled].sort()).toEqual([...CLASSES].sort());
  });

  it.each(LABELLED)('$name: its labels are about its lines', ({ text, labels }: LabelledDocument) => {
    const lines = text.split('\n');
    for (const { line, text: start } of labels) expect(words(lines[line - 1] ?? '').slice(0, 60)).toBe(start);
  });

  it.each(LABELLED)('$name: every line that looks like an instruction is in its class', ({ text, labels }) => {
    const read = readLines(text);
    expect(new Set(read.map(({ line }) => line)).size).toBe(read.length);
    const counted = CLASSES.map((each) => read.filter((line) => line.class === each).length);
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(labels.length);
    expect(ordered(read)).toEqual(ordered(labels));
  });

  it('score less where a label is changed, so that the figures can fail', () => {
    const [first, ...rest] = LABELLED.filter(({ labels }) => labels.some((label) => label.class === 'directive'));
    if (first === undefined) throw new Error('no document with a directive');
    const wrong = first.labels.map((label) => ({ ...label, class: 'conditional' as const }));
    const { labelled, both } = scoreOf([{ ...first, labels: wrong }, ...rest], 'conditional');
    expect(both).toBeLessThan(labelled);
  });

  afterAll(() => {
    const lines = [undefined, ...CLASSES].map((each) => scoreLine(scoreOf(LABELLED, each)));
    console.log(`\n${LABELLED.length} documents\n${[SCORE_HEADING, ...lines].join('\n')}`);
  });
});

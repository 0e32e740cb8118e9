// The three words follow from the levels alone, whatever they belong to and in whatever order they come.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IssueLevel } from '../../src/model/issue.ts';
import type { Recommendation } from '../../src/model/recommendation.ts';
import type { Unfilled } from '../../src/model/trade.ts';
import type { FindingLevel } from '../../src/model/finding.ts';
import { verdictOf, type Verdict } from '../../src/model/verdict.ts';
import { reasons } from '../../src/report/reasons.ts';
import { runs } from './chance.ts';
import { runOf } from './plan-run.ts';
import { allWorlds } from './random-intents.ts';

type Level = FindingLevel | IssueLevel;

const LEVELS: readonly Level[] = ['pass', 'note', 'approve', 'block', 'unusable'];

/** The verdict in one line. */
const byDefinition = (levels: readonly Level[]): Verdict =>
  levels.some((one) => one === 'block' || one === 'unusable')
    ? 'BLOCKED'
    : levels.includes('approve')
      ? 'CONDITIONAL'
      : 'SAFE';

/** Every list of up to so many levels. */
const lists = (most: number): readonly (readonly Level[])[] =>
  most === 0 ? [[]] : [[], ...lists(most - 1).flatMap((rest) => LEVELS.map((level) => [level, ...rest]))];

describe('the verdict', () => {
  test('is its definition for every combination of up to four levels', () => {
    const every = lists(4);
    expect(new Set(every.map((levels) => levels.join())).size).toBe(1 + 5 + 25 + 125 + 625);
    expect(every.filter((levels) => verdictOf(levels) !== byDefinition(levels))).toEqual([]);
  });

  test('depends neither on the order nor on repetition', () => {
    for (const levels of lists(4)) {
      expect(verdictOf([...levels].reverse())).toBe(verdictOf(levels));
      expect(verdictOf([...levels, ...levels])).toBe(verdictOf(levels));
    }
  });
});

/** Undone because the person wants it so, or of a sector that no instruction names. */
const isWished = ({ reason, directive }: Unfilled, { directives, intent }: Recommendation): boolean =>
  intent !== undefined &&
  (reason.startsWith('no-sell') ||
    (directive.startsWith('sector:') && directives.every((one) => one.directive.id !== directive)));

test('every recommendation has the verdict of its findings and issues, and its reasons say the same', () => {
  fc.assert(
    fc.property(allWorlds, (world) => {
      const { result } = runOf(world);
      const levels = [...result.findings, ...result.issues].map(({ level }) => level);
      const said = reasons(result).map(({ severity }) => severity);
      const count = (wanted: readonly Level[]): number => levels.filter((level) => wanted.includes(level)).length;
      expect(result.verdict).toBe(byDefinition(levels));
      expect(byDefinition(said)).toBe(result.verdict);
      expect(['block', 'approve', 'note'].map((one) => said.filter((severity) => severity === one).length)).toEqual([
        count(['block', 'unusable']),
        count(['approve']),
        count(['note']),
      ]);
      expect(said).toEqual([...said].sort((a, b) => LEVELS.indexOf(b) - LEVELS.indexOf(a)));
      expect(result.escalation !== undefined).toBe(result.verdict === 'CONDITIONAL');
      const unasked = result.plan.unfilled.filter((line) => !isWished(line, result));
      expect(unasked.length === 0 || result.verdict !== 'SAFE').toBe(true);
    }),
    runs(300),
  );
});

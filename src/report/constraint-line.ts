import type { Finding, FindingLevel } from '../model/finding.ts';
import { thenBy } from '../model/order.ts';
import { compareRatios } from '../model/ratio.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { findingHead, findingRow, type FindingRow } from './finding-table.ts';
import { findingWords } from './finding-words.ts';
import { say } from './say.ts';
import { templateName } from './template-name.ts';

/** The constraints in the order of the founding document: each has its line also when it has nothing to measure. */
export const CONSTRAINT_ORDER: readonly string[] = [
  'sector_cap',
  'cash_minimum',
  'position_limit',
  'sector_increase',
  'cash_throughout',
  'restrictions',
];

/** One constraint in one line: the worst of its subjects, or the one closest to the limit. */
export interface ConstraintLine {
  readonly label: string;
  readonly level: string;
  readonly good: boolean;
  readonly bad: boolean;
  readonly flag: boolean;
  readonly breaches: number;
  readonly several: boolean;
  readonly subjects: number;
  readonly worst: FindingRow | undefined;
  /** The whole sentence of a note. */
  readonly words: string;
  /** What there is to say when nothing was measured. */
  readonly nothing: string;
}

/** Findings, and how the sectors in them are spelled. */
type Judged = Pick<Recommendation, 'findings' | 'spelling'>;

const LEVELS: readonly FindingLevel[] = ['block', 'approve', 'note', 'pass'];

const compareSlack = ({ slack: a }: Finding, { slack: b }: Finding): number => {
  if (a.unit === 'flag' || b.unit === 'flag') return 0;
  if (a.unit === 'usd' || b.unit === 'usd') return 0;
  return compareRatios(a.value, b.value);
};

/** What is broken first, then what comes closest to its limit. */
export const worstFirst = (a: Finding, b: Finding): number =>
  thenBy(LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level), compareSlack(a, b));

const lineOf = (id: string, { findings, spelling }: Judged): ConstraintLine => {
  const own = findings.filter(({ constraint }) => constraint === id);
  const worst = [...own].sort(worstFirst)[0];
  const level = worst?.level ?? 'pass';
  const { label, flag, breaches } = findingHead(id, own);
  return {
    label,
    level: say('report/level', { [level]: true }),
    good: level === 'pass',
    bad: level === 'block' || level === 'approve',
    flag,
    breaches,
    several: breaches > 1,
    subjects: own.length,
    worst: worst === undefined ? undefined : findingRow(worst, spelling),
    words: worst?.level === 'note' ? findingWords(worst, spelling) : '',
    nothing: own.length > 0 ? '' : say(`report/nothing-${templateName(id)}`, {}),
  };
};

/** Every constraint in one line. */
export const constraintLines = (recommendation: Judged): readonly ConstraintLine[] => {
  const found = recommendation.findings.map(({ constraint }) => constraint);
  return [...new Set([...CONSTRAINT_ORDER, ...found])].map((id) => lineOf(id, recommendation));
};

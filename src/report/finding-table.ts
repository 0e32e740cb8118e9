import type { Finding, Measure } from '../model/finding.ts';
import type { Detail } from '../model/issue.ts';
import type { Spelling } from '../model/sector.ts';
import { findingSubject } from './finding-subject.ts';
import { findingFigures } from './finding-words.ts';
import { dollarText } from '../model/figures.ts';
import { pctFigure } from './format.ts';
import { isBreach } from './is-breach.ts';
import { say } from './say.ts';
import { templateName } from './template-name.ts';

/** One measured subject as a row; subject and origin are plain text, not yet escaped. */
export interface FindingRow {
  readonly subject: string;
  readonly before: string;
  readonly after: string;
  readonly limit: string;
  readonly room: string;
  readonly roomUsd: string;
  readonly result: string;
  readonly origin: string;
  /** For a change: how much it is of what was there. */
  readonly relative: string;
}

/** One constraint with every subject that it measured. */
export interface FindingTable {
  readonly id: string;
  readonly label: string;
  readonly rule: string;
  /** A yes-or-no rule: its rows have no figures. */
  readonly flag: boolean;
  /** A rule about a change: its rows have no state before, but may have the change relative to it. */
  readonly change: boolean;
  readonly breaches: number;
  readonly rows: readonly FindingRow[];
}

const NOTHING = { num: 0n, den: 1n };

/** Room with its sign: percentage points, or nothing for a yes-or-no rule. */
const roomText = (slack: Measure): string => {
  if (slack.unit === 'flag') return '';
  if (slack.unit === 'usd') return dollarText(slack.value);
  return pctFigure(slack.value, { decimals: 2, limit: NOTHING });
};

/** The subject of a row; an order is named by what it is. */
const subjectOf = (finding: Finding, spelling: Spelling): string => {
  const subject = findingSubject(finding, spelling);
  if (finding.constraint !== 'cash_throughout') return subject;
  return say('report/order-subject', { ...finding.detail, subject });
};

/** The few words that stand in every row are put together once. */
const said = new Map<string, string>();

const sayOnce = (name: string, detail: Detail): string => {
  const key = `${name} ${Object.entries(detail).flat().join(' ')}`;
  const words = said.get(key) ?? say(name, detail);
  said.set(key, words);
  return words;
};

/** One finding as a row. */
export const findingRow = (finding: Finding, spelling: Spelling): FindingRow => ({
  subject: subjectOf(finding, spelling),
  ...findingFigures(finding),
  room: roomText(finding.slack),
  roomUsd: finding.slackUsd === undefined ? '' : dollarText(finding.slackUsd),
  result: sayOnce('report/level', { [finding.level]: true }),
  origin:
    finding.origin === 'none'
      ? ''
      : sayOnce('report/origin-short', { [finding.origin]: true, kept: !isBreach(finding) }),
  relative: String(finding.detail?.['relative'] ?? ''),
});

/** The name of a constraint, and whether its rows have figures. */
export const findingHead = (
  id: string,
  own: readonly Finding[],
): Pick<FindingTable, 'label' | 'flag' | 'breaches'> => ({
  label: say(`report/label-${templateName(id)}`, {}),
  flag: own.every(({ limit }) => limit.unit === 'flag'),
  breaches: own.filter(isBreach).length,
});

/** Everything that one constraint measured. */
export const findingTable = (id: string, findings: readonly Finding[], spelling: Spelling): FindingTable => {
  const own = findings.filter(({ constraint }) => constraint === id);
  return {
    id,
    ...findingHead(id, own),
    rule: say(`report/rule-${templateName(id)}`, {}),
    change: own.length > 0 && own.every(({ limit }) => limit.unit === 'points'),
    rows: own.map((finding) => findingRow(finding, spelling)),
  };
};

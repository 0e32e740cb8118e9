import type { Place, Stated } from '../model/place.ts';
import type { Issue, IssueLevel } from '../model/issue.ts';
import type { Cents, Pct } from '../model/units.ts';
import { breakdownColumns } from './breakdown-columns.ts';
import { bareText } from './bare-text.ts';
import { issueAt } from './issue-at.ts';
import { readMoney, readPct, type Reading } from './numbers.ts';
import type { Section } from './outline.ts';
import { tableKind } from './table-kind.ts';

/** What the summary lines of a document ("**Cash Balance:** $120,000 (32.6% of AUM)") state about the account. */
export interface Amounts {
  readonly cash: readonly Stated<Cents>[];
  readonly cashPct: readonly Stated<Pct>[];
  readonly total: readonly Stated<Cents>[];
  readonly invested: readonly Stated<Cents>[];
  readonly issues: readonly Issue[];
}

type Subject = 'cash' | 'total' | 'invested';

const LABELS: readonly (readonly [Subject, RegExp])[] = [
  [
    'cash',
    /^(?:total |available |current |uninvested |settled )?cash(?: balance| position| available| reserves?| holdings?| on hand)?(?: ?(?:&|and) ?(?:cash )?equivalents?)?$/i,
  ],
  [
    'total',
    /^(?:total |current )?(?:portfolio|account|net liquidation|net asset)(?: total)?(?: market)?(?: value| assets| balance| size)?$|^total(?: value| assets| aum| account value)?$|^aum$|^total aum$/i,
  ],
  [
    'invested',
    /^(?:total )?(?:invested|equities|holdings|securities|stocks|positions)(?: value| capital| amount| assets| market value)?$/i,
  ],
];

interface Entry {
  readonly label: string;
  readonly rest: string;
  readonly place: Place;
}

/** A line `Label: rest`, also several of them between bars; `Cash $6,250` counts too. */
const entries = (text: string, place: Place): readonly Entry[] =>
  bareText(text.slice(0, 600))
    .split(/\s[|•·]\s/)
    .flatMap((part) => {
      const match =
        /^[-+\s]*([a-z][a-z &]{2,50}?)\s?(?:\([^)]*\))?\s?(?:[:=]|\s(?:stands at|amounts to)\s|\s[–—-]\s|(?=\s(?:(?:about|around|approx\.?|approximately|roughly|circa)\s)?[~≈]?\$))\s?(.+)$/i.exec(
          part,
        );
      return match ? [{ label: (match[1] ?? '').trim(), rest: match[2] ?? '', place }] : [];
    });

const MONEY = /^[^\s(%]*(?:\$|\d)[^\s(%]*(?:\s?(?:USD|EUR|GBP|million|billion|thousand|[KMB])\b)?(?!\s?%|[\d.,]*\s?%)/i;

/** "CHF 500", "about $17,000": what stands in front belongs to the amount, to be refused by name or to be told. */
const FRONT =
  /^(?:[~≈]\s?|(?:[Aa]pprox(?:imately|\.)?|[Aa]bout|[Aa]round|[Rr]oughly|[Cc]irca|[Cc]a\.)\s)?(?:(?:[A-Z]{3}|[€£¥])\s(?=[\d$]))?/;
const PCT_FIRST = /^[-+]?[\d.,]*\d\s?%(?:\s?\((\$[^)\s%]+)\))?/;
const SOME_MONEY = /[$€£¥]\s?\d|\d\s?[€£¥]/;

interface Amount {
  readonly money: string;
  readonly pct: string;
  /** It may well be about something else ("up from $5,000"). */
  readonly vague?: boolean;
}

const amountIn = (rest: string): Amount => {
  const front = FRONT.exec(rest)?.[0] ?? '';
  const digits = MONEY.exec(rest.slice(front.length))?.[0] ?? '';
  const money = digits === '' ? '' : `${front}${digits}`.replace(/[.,;]$/, '');
  const pct = /[-+]?[\d.,]*\d\s?%/.exec(rest)?.[0] ?? '';
  const pctFirst = PCT_FIRST.exec(rest);
  if (pctFirst) return { money: pctFirst[1] ?? '', pct };
  // An amount behind other words ("nearly $17,000") is there, but nobody can say what it is: the whole text is refused.
  return money === '' && SOME_MONEY.test(rest) ? { money: rest, pct, vague: true } : { money, pct };
};

const subjectOf = (label: string): Subject | undefined => LABELS.find(([, shape]) => shape.test(label))?.[0];

const entriesOf = (section: Section): readonly Entry[] => [
  ...section.lines
    .filter((line) => line.kind !== 'code' && line.struck !== true)
    .flatMap((line) => entries(line.text, line.place)),
  ...section.tables
    .filter(
      (table) =>
        tableKind(table, section, false) === 'other' && table.header.cells.length <= 3 && !breakdownColumns(table),
    )
    .flatMap((table) => [table.header, ...table.rows])
    .flatMap((row) => {
      const [label, ...rest] = row.cells;
      const value = rest.find((cell) => cell.text !== '');
      return label && value
        ? [
            {
              label: bareText(label.text).replace(/:$/, ''),
              rest: bareText(rest.map((cell) => cell.text).join(' ')),
              place: value.place,
            },
          ]
        : [];
    }),
];

const amountIssues = (amount: Reading<Cents>, level: IssueLevel, text: string, place: Place): readonly Issue[] => {
  const detail = { text, what: 'an amount in dollars' };
  if (amount.kind === 'value' && amount.approximate) return [issueAt('number-approximate', 'note', place, detail)];
  if (amount.kind !== 'refused') return [];
  return [issueAt(amount.code, level, place, detail)];
};

/** Reads the amounts that lines and small tables of these sections state beside the holdings table. */
export const readAmounts = (sections: readonly Section[]): Amounts => {
  const found = { cash: [] as Stated<Cents>[], total: [] as Stated<Cents>[], invested: [] as Stated<Cents>[] };
  const cashPct: Stated<Pct>[] = [];
  const issues: Issue[] = [];
  for (const { label, rest, place } of sections.flatMap(entriesOf)) {
    const subject = subjectOf(label);
    if (subject === undefined) continue;
    const { money, pct, vague } = amountIn(rest);
    const amount = readMoney(money);
    const part = readPct(pct);
    if (amount.kind === 'value') found[subject].push({ value: amount.value, place });
    issues.push(...amountIssues(amount, subject === 'cash' && vague !== true ? 'unusable' : 'approve', rest, place));
    if (subject === 'cash' && part.kind === 'value') cashPct.push({ value: part.value, place });
    if (subject === 'cash' && part.kind === 'refused')
      issues.push(issueAt(part.code, 'approve', place, { text: pct, what: 'a percentage' }));
  }
  return { ...found, cashPct, issues };
};

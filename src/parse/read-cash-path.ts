import type { Issue } from '../model/issue.ts';
import type { CashPoint } from '../model/portfolio.ts';
import type { Place } from '../model/place.ts';
import { bareText } from './bare-text.ts';
import { issueAt } from './issue-at.ts';
import { readMoney } from './numbers.ts';
import type { Outline, Section } from './outline.ts';

const AMOUNT = String.raw`(\$[\d,.]*\d(?:\s?(?:[KMB]|thousand|million|billion)\b)?)`;
const GAP = String.raw`[^$\d→;|]{0,25}`;
const TRADES = String.raw`(?:(?:all|the|these) )*(?:trades?|orders?|rebalanc\w+|purchases?|buys?|buying|plan|actions?)`;
const SALES = String.raw`(?:(?:all|the|these) )*(?:sales?|sells?|selling|trims?|exits?)`;

const POINTS: readonly (readonly [CashPoint['moment'], RegExp])[] = [
  ['start', new RegExp(String.raw`\b(?:starting|beginning|opening|initial) cash\b${GAP}${AMOUNT}`, 'i')],
  ['after-sales', new RegExp(String.raw`\bcash after ${SALES}\b${GAP}${AMOUNT}`, 'i')],
  [
    'end',
    new RegExp(
      String.raw`\b(?:(?:ending|final|closing|resulting|remaining|projected|expected|post-trade) cash|cash (?:after(?: ${TRADES})?|at the end|remaining))\b(?! ${SALES}\b)${GAP}${AMOUNT}`,
      'i',
    ),
  ],
];
const ARROW = new RegExp(String.raw`\bcash\b${GAP}${AMOUNT}(?:\s?\([^)]*\))?\s?→\s?${AMOUNT}`, 'i');
const HYPOTHETICAL = /\b(?:if|unless|without|would|could|should|might|target|minimum|maximum)\b/i;

/** What the prose of a document says of cash on its way through the plan, and what of it cannot be read. */
export interface CashPath {
  readonly points: readonly CashPoint[];
  readonly issues: readonly Issue[];
}

const NOTHING: CashPath = { points: [], issues: [] };

const together = (paths: readonly CashPath[]): CashPath => ({
  points: paths.flatMap(({ points }) => points),
  issues: paths.flatMap(({ issues }) => issues),
});

const point = (moment: CashPoint['moment'], written: string | undefined, place: Place): CashPath => {
  const reading = readMoney(written ?? '');
  if (reading.kind === 'value') return { points: [{ moment, amount: { value: reading.value, place } }], issues: [] };
  if (reading.kind === 'absent') return NOTHING;
  const detail = { text: written ?? '', what: 'an amount in dollars' };
  return { points: [], issues: [issueAt(reading.code, 'approve', place, detail, 'Cash')] };
};

const pathIn = (text: string, place: Place): CashPath => {
  if (!text.includes('$') || !/cash/i.test(text)) return NOTHING;
  const bare = bareText(text.slice(0, 600));
  if (HYPOTHETICAL.test(bare)) return NOTHING;
  const named = POINTS.flatMap(([moment, shape]) => {
    const written = shape.exec(bare)?.[1];
    return written === undefined ? [] : [point(moment, written, place)];
  });
  if (named.length > 0) return together(named);
  const way = ARROW.exec(bare);
  return together([point('start', way?.[1], place), point('end', way?.[2], place)]);
};

const textsOf = ({ lines, tables }: Section): readonly { readonly text: string; readonly place: Place }[] => [
  ...lines.filter(({ struck }) => struck !== true),
  ...tables
    .flatMap(({ rows }) => rows)
    .filter(({ cells }) => cells.length <= 3)
    .map(({ cells, place }) => ({ text: cells.map(({ text }) => text).join(' '), place })),
];

/**
 * What a document says of cash on its way through the plan: "Starting cash $5,000 → ending cash $12,500", "Cash after
 * sales: $60,000". Lines that only suppose something are left out.
 */
export const readCashPath = ({ sections }: Outline): CashPath =>
  together(sections.flatMap((section) => textsOf(section).map(({ text, place }) => pathIn(text, place))));

import type { CashPoint } from '../model/portfolio.ts';
import type { Place } from '../model/place.ts';
import { bareText } from './bare-text.ts';
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

const point = (moment: CashPoint['moment'], written: string | undefined, place: Place): readonly CashPoint[] => {
  const reading = readMoney(written ?? '');
  return reading.kind === 'value' ? [{ moment, amount: { value: reading.value, place } }] : [];
};

const pointsIn = (text: string, place: Place): readonly CashPoint[] => {
  if (!text.includes('$') || !/cash/i.test(text)) return [];
  const bare = bareText(text.slice(0, 600));
  if (HYPOTHETICAL.test(bare)) return [];
  const named = POINTS.flatMap(([moment, shape]) => point(moment, shape.exec(bare)?.[1], place));
  if (named.length > 0) return named;
  const way = ARROW.exec(bare);
  return [...point('start', way?.[1], place), ...point('end', way?.[2], place)];
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
export const readCashPath = ({ sections }: Outline): readonly CashPoint[] =>
  sections.flatMap((section) => textsOf(section).flatMap(({ text, place }) => pointsIn(text, place)));

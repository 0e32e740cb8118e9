import type { WrittenTransaction } from './transaction-layout.ts';

/** The reasons for which a row is no fill, by the words of its type; the first that fits counts. */
const REASONS: readonly (readonly [string, RegExp])[] = [
  ['short', /\bshort\b|\bcover\b/i],
  ['option', /\boptions?\b|\bto (?:open|close)\b|\bexercise|\bassign|\bexpir/i],
  ['reinvestment', /\breinvest/i],
  ['dividend', /\bdividend\b|\bcapital gain/i],
  ['interest', /\binterest\b/i],
  [
    'transfer',
    /\btransfer|\bdeposit|\bwithdraw|\bwire\b|\bach\b|\bsweep\b|\bjournal|\bcontribution|\bfunds (?:received|withdrawn)\b/i,
  ],
  ['fee', /\bfees?\b|\btax\b|\bcharge|\bcommission\b/i],
];

/** Every reason that there are words for. */
export const LEFT_OUT_REASONS: readonly string[] = [
  ...REASONS.map(([reason]) => reason),
  'fund',
  'bond',
  'other',
  'remark',
];

const isTrade = (type: string): boolean => /^(?:bought|sold)$/i.test(type);

/** A dividend that brought shares instead of money. */
const broughtShares = ({ quantity }: WrittenTransaction): boolean => /[1-9]/.test(quantity);

/** Why a row of an export is no fill; undefined for a purchase or a sale of shares. */
export const leftOutReason = (row: WrittenTransaction): string | undefined => {
  if (isTrade(row.type)) return row.noShares;
  const reason = REASONS.find(([, words]) => words.test(row.type))?.[0] ?? 'other';
  return reason === 'dividend' && broughtShares(row) ? 'reinvestment' : reason;
};

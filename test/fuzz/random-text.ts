import { diceOf, type Dice } from '../journal/dice.ts';

/** What figures are made of, as documents write them and as they should not. */
const FIGURES = [
  '$', '€', '£', '-', '−', '‑', '–', '—', '+', '(', ')', '~', '≈', '.', ',', '%', 'pp', 'K', 'M', 'B', 'T', 'e9', '0', '1', '9', '12', '007',
  '1,234', '12,34', '1.234,56', '46.8%', '1.2K', '$93.40', '999999999999999999999', '0.0000001', 'N/A', 'Unavailable', 'USD', 'NaN', 'Infinity', ' ', '\u00a0',
  '\u200b', '\u202e', '\ufeff', '\t', '½', '٣', '１２', 'points', 'shares', '1/2', "1'000",
] as const; // prettier-ignore

/** What instructions are made of. */
const WORDS = [
  'Reduce', 'Trim', 'Sell', 'Buy', 'Add', 'Exit', 'Hold', 'Maintain', 'Increase', 'Initiate', 'Halve', 'Rotate', 'Energy', 'Technology', 'Materials', 'Cash', 'XOM', 'NVDA', 'BRK.B',
  'from', 'to', 'by', 'at', 'of', 'the', 'and', 'or', 'if', 'unless', 'consider', 'not', 'position', 'portfolio', 'target', 'all', 'half', '→', '->', '⇒', ':', ';', '|', '**', '*', '_', '`',
  '[x]', '[ ]', '~~', '🔴', '✅', '(', ')', '“', '”', '#', '>', '-', '1.', '&amp;', '<b>', '[a](b)', '{{x}}', 'put', 'call', 'stop', 'limit', '$104.35', '10 shares', '46.8%', '25%', '20–25%', '3 points', '<10%',
] as const; // prettier-ignore

/** What documents are made of: lines that mean something to the reader, and lines that break what they stand in. */
const LINES = [
  '# Portfolio', '## Holdings', '## ACTION PLAN', '## Picks', '## Restrictions', '## Sector rankings', '### 3.1 Current vs Target Allocations', 'As of: 2026-01-08', '**Cash:** $6,290.15',
  '| Ticker | Shares | Price | Value | Sector |', '|---|---|---|---|---|', '|:-:|', '| XOM | 10 | $100.00 | $1,000.00 | Energy |', '| CASH | $5 |', '| TOTAL | | | $1,005 |', '| Sector | Current % | Target % | Action |',
  '| Energy | 46.8% | 25% | TRIM |', '| NVDA | Tech | $10 | 70 |', '- Reduce Energy from 46.8% to 25%', '1. Exit XOM', '- [x] Buy 10 NVDA', '```', '~~~', '> quoted', '<!--', '-->', '---', '===', '', '', '\ttab', '[a]: b', '[^1]: c',
] as const; // prettier-ignore

/** Any unit there is: control characters, halves of pairs, marks that reorder. */
const rawUnit = (dice: Dice): string => String.fromCharCode(dice.roll(dice.happens(500) ? 0x80 : 0x1_0000));

const piecesOf = (dice: Dice, pieces: readonly string[], most: number, gap: string): string =>
  Array.from({ length: 1 + dice.roll(most) }, () => (dice.happens(80) ? rawUnit(dice) : dice.pick(pieces))).join(gap);

/** A text that may be a figure. */
export const randomFigure = (dice: Dice): string => piecesOf(dice, FIGURES, 7, '');

/** Whole instructions, of which one piece is then changed. */
const FORMS = [
  ['Reduce', 'Energy', 'from', '46.8%', 'to', '25%'],
  ['**Trim**', 'Materials:', '46.8%', '→', '25%'],
  ['Increase', 'Technology', 'to', '30%'],
  ['Exit', 'XOM'],
  ['Sell', '3', 'shares', 'of', 'XOM'],
  ['Buy', '10', 'NVDA', 'at', '$104.35'],
  ['Trim', 'XOM', 'by', '20%'],
  ['Target', 'Cash', 'position:', '5%'],
  ['Hold', 'BRK.B'],
] as const;

const piece = (dice: Dice): string =>
  dice.happens(150) ? randomFigure(dice) : dice.happens(60) ? rawUnit(dice) : dice.pick(WORDS);

/** A line that may be an instruction: an instruction with a piece changed, or pieces of anything. */
export const randomInstruction = (dice: Dice): string => {
  if (dice.happens(400)) return Array.from({ length: 1 + dice.roll(9) }, () => piece(dice)).join(' ');
  const words: string[] = [...dice.pick<readonly string[]>(FORMS)];
  words.splice(dice.roll(words.length + 1), dice.roll(2), ...Array.from({ length: dice.roll(3) }, () => piece(dice)));
  return words.join(dice.happens(950) ? ' ' : '');
};

const lineOf = (dice: Dice): string => {
  if (dice.happens(650)) return dice.pick(LINES);
  if (dice.happens(300)) return `| ${Array.from({ length: 1 + dice.roll(6) }, () => randomFigure(dice)).join(' | ')} |`;
  return `${dice.pick(['', '- ', '1. ', '> ', '  - ', '# ', '| '])}${randomInstruction(dice)}`;
};

/** A small document that is read without a word. */
const WHOLE = [
  '# Portfolio',
  '',
  'As of: 2026-01-08',
  '',
  '| Ticker | Shares | Price | Sector |',
  '|---|---|---|---|',
  '| XOM | 10 | $100.00 | Energy |',
  '| NVDA | 5 | $200.00 | Technology |',
  '| CASH | | $500.00 | |',
  '',
  '## ACTION PLAN',
  '',
  '- Reduce Energy to 25%',
  '- Increase Technology to 55%',
] as const;

/** A whole document: one that is right with some lines changed, or lines of anything. */
export const randomDocument = (dice: Dice): string => {
  const end = dice.pick(['\n', '\n', '\r\n', '\r', '\n\n']);
  if (dice.happens(400)) return Array.from({ length: 1 + dice.roll(24) }, () => lineOf(dice)).join(end);
  const lines: string[] = [...WHOLE];
  for (let change = dice.roll(4); change > 0; change -= 1)
    lines.splice(dice.roll(lines.length), dice.roll(2), ...Array.from({ length: dice.roll(3) }, () => lineOf(dice)));
  return lines.join(end === '\n\n' ? '\n' : end);
};

export { diceOf };

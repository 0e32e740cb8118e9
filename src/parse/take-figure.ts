import { HUNDRED_PCT, type Cents, type Pct } from '../model/units.ts';
import {
  isMark,
  magnitude,
  peek,
  sharesIn,
  skipMarks,
  wordOf,
  type Building,
  type Cursor,
} from './instruction-cursor.ts';
import type { Token } from './instruction-tokens.ts';
import { checkBase, isNeutral, takePart } from './take-part.ts';

const SHARE_WORDS = /^(?:shares?|shs?|units?)$/i;

const takeBy = (cursor: Cursor, line: Building): boolean => {
  let ahead = 0;
  while (isNeutral(wordOf(peek(cursor, ahead))) || isMark(peek(cursor, ahead), '~≈')) ahead += 1;
  const token = peek(cursor, ahead);
  if (token?.kind === 'points') line.by = { value: magnitude(token.value), points: true };
  else if (token?.kind === 'pct') {
    line.by = { value: magnitude(token.part.low), points: false };
    if (token.part.low !== token.part.high) line.fault ??= 'range-ambiguous';
    if (token.part.bound) line.fault ??= 'inequality';
  } else if (/^half$/i.test(wordOf(token))) line.by = { value: (HUNDRED_PCT / 2n) as Pct, points: false };
  else return false;
  cursor.at += ahead + 1;
  return true;
};

/** One step through the figures of a line. False when what follows is commentary. */
export const takeFigure = (cursor: Cursor, line: Building): boolean => {
  const token = peek(cursor);
  const word = wordOf(token).toLowerCase();
  cursor.at += 1;
  if (word === 'from' || word === 'currently' || word === 'current' || word === 'now') return takeFrom(cursor, line);
  if (token?.kind === 'arrow' || /^(?:to|at|towards?|target)$/.test(word))
    return takeTo(cursor, line, token?.kind === 'arrow');
  if (word === 'by') return takeBy(cursor, line) || takeShares(cursor, line) || peek(cursor)?.kind === 'money';
  if (/^(?:down|back)$/.test(word)) return true;
  if (word === 'up') {
    if (/^to$/i.test(wordOf(peek(cursor))) && !line.from && !line.bare) line.fault ??= 'inequality';
    return true;
  }
  if (token?.kind === 'pct') return takeBare(cursor, line, token);
  if (token?.kind === 'points') {
    const settled = line.by !== undefined;
    if (!settled) line.by = { value: magnitude(token.value), points: true };
    return !settled;
  }
  if (token?.kind === 'money') return takeMoney(line, token.value);
  if (token?.kind === 'number') {
    cursor.at -= 1;
    return takeShares(cursor, line);
  }
  if (token?.kind === 'mark') return isMark(token, ':=,()+~≈-–[]') || !hasTarget(line);
  return /^(?:weight|allocation|position|the|a|of|portfolio|total|exposure|sector|shares?|target|is|its)$/.test(word);
};

const hasTarget = (line: Building): boolean =>
  line.to !== undefined || line.by !== undefined || line.shares !== undefined || line.part !== undefined;

const takeFrom = (cursor: Cursor, line: Building): boolean => {
  skipMarks(cursor, ':');
  if (/^at$/i.test(wordOf(peek(cursor)))) cursor.at += 1;
  const part = takePart(cursor);
  if (!part || line.from) return false;
  line.from = part;
  checkBase(cursor, line);
  return true;
};

const takeTo = (cursor: Cursor, line: Building, arrow: boolean): boolean => {
  skipMarks(cursor, ':');
  const part = takePart(cursor);
  if (!part) {
    const token = peek(cursor);
    if (token?.kind === 'number' || token?.kind === 'money' || token?.kind === 'points')
      line.fault ??= 'numbers-unclear';
    return false;
  }
  if (line.to) {
    // "to 20% to 25%" is a range; "→ 20% → 25%" is a path with two targets.
    if (arrow) line.fault ??= 'numbers-unclear';
    line.to = { low: line.to.low, high: part.high, bound: line.to.bound };
    return true;
  }
  if (line.bare && !line.from) {
    line.from = line.bare;
    delete line.bare;
  }
  line.to = part;
  checkBase(cursor, line);
  return true;
};

const takeBare = (cursor: Cursor, line: Building, token: Token & { readonly kind: 'pct' }): boolean => {
  if (line.to ?? line.bare ?? line.by) return false;
  line.bare = token.part;
  if (token.signed) line.fault ??= 'bare-percent';
  checkBase(cursor, line);
  return true;
};

const takeMoney = (line: Building, value: Cents): boolean => {
  if (line.dollars !== undefined) return false;
  line.dollars = value;
  if (!hasTarget(line) && !line.bare && !line.from) line.dollarsOnly = true;
  return true;
};

const takeShares = (cursor: Cursor, line: Building): boolean => {
  const shares = sharesIn(peek(cursor));
  if (shares === undefined || line.shares !== undefined || !SHARE_WORDS.test(wordOf(peek(cursor, 1)))) return false;
  line.shares = shares;
  cursor.at += 2;
  return true;
};

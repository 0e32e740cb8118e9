import { HUNDRED_PCT, type Pct } from '../model/units.ts';
import { checkTail } from './check-tail.ts';
import type { Instruction } from './instruction.ts';
import {
  isMark,
  magnitude,
  peek,
  setFault,
  sharesIn,
  skipMarks,
  wordOf,
  type Building,
  type Cursor,
} from './instruction-cursor.ts';
import { instructionTokens } from './instruction-tokens.ts';
import { takeFigure } from './take-figure.ts';
import { verbAt, withoutLead } from './verbs.ts';

const KEYWORDS = /^(?:from|to|by|at|towards?|down|up|back|is|currently|into)$/i;

/** Takes a verb if one stands here. */
const takeVerb = (cursor: Cursor, line: Building): boolean => {
  const words: string[] = [];
  for (let ahead = 0; ahead < 3 && wordOf(peek(cursor, ahead)) !== ''; ahead += 1)
    words.push(wordOf(peek(cursor, ahead)));
  const verb = verbAt(words);
  if (!verb) return false;
  line.direction = verb.direction;
  if (/^target/i.test(words[0] ?? '')) line.isTarget = true;
  // In "add to 22%" the "to" belongs to the figure.
  const isOver =
    verb.length > 1 && /^to$/i.test(words[verb.length - 1] ?? '') && peek(cursor, verb.length)?.kind === 'pct';
  cursor.at += isOver ? verb.length - 1 : verb.length;
  skipMarks(cursor, ':');
  return true;
};

/** "our exposure to Energy": the words up to "to" say nothing, and are passed over. */
const skipExposure = (cursor: Cursor): void => {
  const at = /^(?:our|the|my|your)$/i.test(wordOf(peek(cursor))) ? 1 : 0;
  const named = /^(?:exposure|allocation|weighting|weight|position|stake)$/i.test(wordOf(peek(cursor, at)));
  const joined = /^(?:to|in|of)$/i.test(wordOf(peek(cursor, at + 1)));
  if (named && joined && peek(cursor, at + 2)?.kind === 'word') cursor.at += at + 2;
};

/** Words up to the first figure or keyword: the name of what the line is about. Brackets behind it are kept apart. */
const takeSubject = (cursor: Cursor, line: Building): void => {
  const words: string[] = [];
  for (let token = peek(cursor); token; token = peek(cursor)) {
    const joint = isMark(token, '&,/$') && words.length + (isMark(token, '$') ? 1 : 0) > 0;
    if (token.kind !== 'word' && !joint) break;
    if (
      token.kind === 'word' &&
      (KEYWORDS.test(token.text) ||
        (words.length > 0 && verbAt([token.text]) && !/^(?:target|hold|keep)$/i.test(token.text)))
    )
      break;
    words.push(token.kind === 'word' ? token.text : token.kind === 'mark' ? token.text : '');
    cursor.at += 1;
  }
  if (words.some((word) => /^(?:target|targeted|goal)$/i.test(word))) line.isTarget = true;
  line.subject = words
    .join(' ')
    .replace(/ ([,/])/g, '$1')
    .replace(/\$ /g, '$')
    .replace(/(?:[,&\s]|\band\b)+$/i, '');
};

/** "Sell 3 shares of MA", "Buy 10 MSFT", "Sell 50% of KGC", "Sell half of KGC", "Sell $5,000 of NVDA". */
const takeQuantity = (cursor: Cursor, line: Building): void => {
  if (line.direction === 'hold' || line.direction === 'set') return;
  const start = cursor.at;
  skipMarks(cursor, '~≈');
  const token = peek(cursor);
  const shares = sharesIn(token);
  if (shares !== undefined) line.shares = shares;
  else if (token?.kind === 'fault') setFault(line, token);
  else if (token?.kind === 'pct' && peek(cursor, 1)?.kind !== 'arrow') line.part = token.part;
  else if (token?.kind === 'points') line.by = { value: magnitude(token.value), points: true };
  else if (token?.kind === 'money') {
    line.dollars = token.value;
    line.dollarsOnly = true;
  } else if (/^half$/i.test(wordOf(token)))
    line.part = { low: (HUNDRED_PCT / 2n) as Pct, high: (HUNDRED_PCT / 2n) as Pct, bound: false };
  else {
    cursor.at = start;
    return;
  }
  cursor.at += 1;
  while (
    /^(?:shares?|shs?|units?|of|to|in|into|from|the|our|my|worth|position|more|additional)$/i.test(wordOf(peek(cursor)))
  )
    cursor.at += 1;
};

/** "(KGC, NEM)" or "(46.8%)" right behind the subject. */
const takeBracket = (cursor: Cursor, line: Building): void => {
  if (!isMark(peek(cursor), '(')) return;
  const words: string[] = [];
  let ahead = 1;
  for (let token = peek(cursor, ahead); token && !isMark(token, ')'); token = peek(cursor, ahead)) {
    if (token.kind !== 'word' && !isMark(token, ',/&:')) {
      takeCurrent(cursor, line);
      return;
    }
    words.push(token.kind === 'word' ? token.text : ',');
    ahead += 1;
  }
  line.bracket = words.join(' ');
  cursor.at += ahead + 1;
};

/** "Materials (currently 46.8%)": what is stated before the target is where it stands now. */
const takeCurrent = (cursor: Cursor, line: Building): void => {
  let ahead = 1;
  while (/^(?:currently|current|now|at|is|from)$/i.test(wordOf(peek(cursor, ahead)))) ahead += 1;
  const token = peek(cursor, ahead);
  if (token?.kind !== 'pct' || !isMark(peek(cursor, ahead + 1), ')')) return;
  line.from = token.part;
  cursor.at += ahead + 2;
};

/** Takes a line apart: verb, subject, figures. Whatever is not understood is left as a fault, never guessed. */
export const readInstruction = (text: string): Instruction => {
  const cursor: Cursor = { tokens: instructionTokens(withoutLead(text)), at: 0 };
  const line: Building = { subject: '', isTarget: false, tail: [] };
  const verbFirst = takeVerb(cursor, line);
  if (verbFirst) takeQuantity(cursor, line);
  if (verbFirst) skipExposure(cursor);
  takeSubject(cursor, line);
  takeBracket(cursor, line);
  if (!verbFirst) {
    skipMarks(cursor, ':-–—');
    if (peek(cursor)?.kind === 'arrow' && verbAt([wordOf(peek(cursor, 1))])) cursor.at += 1;
    if (takeVerb(cursor, line)) takeQuantity(cursor, line);
  }
  while (cursor.at < cursor.tokens.length) {
    const before = cursor.at;
    const token = peek(cursor);
    if (token?.kind === 'fault') setFault(line, token);
    if (!takeFigure(cursor, line)) {
      cursor.at = before;
      break;
    }
  }
  checkTail(cursor, line);
  return line;
};

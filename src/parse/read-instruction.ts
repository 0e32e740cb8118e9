import { HUNDRED_PCT, type Cents, type Pct, type Shares } from '../model/units.ts';
import type { Instruction } from './instruction.ts';
import { instructionTokens, type Part, type Token } from './instruction-tokens.ts';
import { readShares } from './numbers.ts';
import { verbAt, withoutLead } from './verbs.ts';

type Building = { -readonly [K in keyof Instruction]: Instruction[K] };

/** A position in the tokens of one line. */
interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
}

const KEYWORDS = /^(?:from|to|by|at|towards?|down|up|back|is|currently|into)$/i;
const BOUNDS =
  /^(?:below|under|above|least|most|max|maximum|min|minimum|less|more|within|between|than|approximately?)$/i;
const NEUTRAL =
  /^(?:about|around|approximately|approx|roughly|exactly|just|a|an|the|total|full|it|its|of|weight|allocation|level)$/i;
const BASES = /^(?:portfolio|account|aum|nav|assets|total|value|the|our|your|my|overall|entire|whole)$/i;
const CAPS = /^(?:caps?|limits?|max|maximum|minimum|min|buffer|floor|threshold|ceiling|target)$/i;
const SHARE_WORDS = /^(?:shares?|shs|units?)$/i;

const wordOf = (token: Token | undefined): string => (token?.kind === 'word' ? token.text : '');
const isMark = (token: Token | undefined, marks: string): boolean =>
  token?.kind === 'mark' && marks.includes(token.text);
const peek = (cursor: Cursor, ahead = 0): Token | undefined => cursor.tokens[cursor.at + ahead];

const skipMarks = (cursor: Cursor, marks: string): void => {
  while (isMark(peek(cursor), marks)) cursor.at += 1;
};

/** Takes a verb if one stands here. */
const takeVerb = (cursor: Cursor, line: Building): boolean => {
  const words: string[] = [];
  for (let ahead = 0; ahead < 3 && wordOf(peek(cursor, ahead)) !== ''; ahead += 1)
    words.push(wordOf(peek(cursor, ahead)));
  const verb = verbAt(words);
  if (!verb) return false;
  line.direction = verb.direction;
  if (/^target/i.test(words[0] ?? '')) line.isTarget = true;
  cursor.at += verb.length;
  skipMarks(cursor, ':');
  return true;
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

/** A percentage with the words that may stand before it; "at most", "below" and the like make it a bound. */
const takePart = (cursor: Cursor): Part | undefined => {
  let ahead = 0;
  let bound = false;
  for (; ; ahead += 1) {
    const token = peek(cursor, ahead);
    const word = wordOf(token);
    if (BOUNDS.test(word)) bound = bound || !/^approx/i.test(word);
    else if (!NEUTRAL.test(word) && !isMark(token, '~≈:=')) break;
  }
  const token = peek(cursor, ahead);
  if (token?.kind !== 'pct') return undefined;
  cursor.at += ahead + 1;
  const joined = wordOf(peek(cursor)) === 'and' && bound ? peek(cursor, 1) : undefined;
  if (joined?.kind === 'pct') {
    cursor.at += 2;
    return { low: token.part.low, high: joined.part.high, bound: false };
  }
  return { ...token.part, bound: bound || token.part.bound };
};

/** "… of portfolio" says what the percentage is of; of anything else, it is another base. */
const checkBase = (cursor: Cursor, line: Building): void => {
  if (!/^of$/i.test(wordOf(peek(cursor)))) return;
  let ahead = 1;
  let known = false;
  while (BASES.test(wordOf(peek(cursor, ahead)))) {
    known ||= !/^(?:the|our|your|my)$/i.test(wordOf(peek(cursor, ahead)));
    ahead += 1;
  }
  if (known) cursor.at += ahead;
  else line.fault ??= 'other-base';
};

const takeBy = (cursor: Cursor, line: Building): boolean => {
  let ahead = 0;
  while (NEUTRAL.test(wordOf(peek(cursor, ahead))) || isMark(peek(cursor, ahead), '~≈')) ahead += 1;
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

const magnitude = (value: Pct): Pct => (value < 0n ? -value : value) as Pct;

const sharesIn = (token: Token | undefined): Shares | undefined => {
  const reading = token?.kind === 'number' ? readShares(token.text) : undefined;
  return reading?.kind === 'value' ? reading.value : undefined;
};

/** "Sell 3 shares of MA", "Buy 10 MSFT", "Sell 50% of KGC", "Sell half of KGC", "Sell $5,000 of NVDA". */
const takeQuantity = (cursor: Cursor, line: Building): void => {
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
    /^(?:shares?|shs|units?|of|to|in|into|from|the|our|my|worth|position|more|additional)$/i.test(wordOf(peek(cursor)))
  )
    cursor.at += 1;
};

/** One step through the figures of a line. False when what follows is commentary. */
const takeFigure = (cursor: Cursor, line: Building): boolean => {
  const token = peek(cursor);
  const word = wordOf(token).toLowerCase();
  cursor.at += 1;
  if (word === 'from' || word === 'currently' || word === 'current' || word === 'now') return takeFrom(cursor, line);
  if (token?.kind === 'arrow' || /^(?:to|at|towards?|target)$/.test(word)) return takeTo(cursor, line);
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

const takeTo = (cursor: Cursor, line: Building): boolean => {
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

/** Figures in the commentary must be ones that are explained: the target again, the change, or a limit. */
const isExplained = (tokens: readonly Token[], at: number, line: Building): boolean => {
  const token = tokens[at];
  if (token?.kind !== 'pct' && token?.kind !== 'points') return true;
  const value = token.kind === 'points' ? magnitude(token.value) : magnitude(token.part.low);
  const change = line.to && line.from ? magnitude((line.to.low - line.from.low) as Pct) : undefined;
  if (value === line.to?.low || value === line.from?.low || value === change) return true;
  return [-2, -1, 1, 2].some((step) => CAPS.test(wordOf(tokens[at + step])));
};

const checkTail = (cursor: Cursor, line: Building): void => {
  const tail = cursor.tokens.slice(cursor.at);
  tail.forEach((token, at) => {
    if (token.kind === 'fault') setFault(line, token);
    if (!isExplained(tail, at, line)) line.fault ??= 'extra-number';
    if (token.kind === 'arrow' || isMark(token, '@')) line.fault ??= 'numbers-unclear';
  });
  line.tail = tail.flatMap((token) => (token.kind === 'word' ? [token.text] : []));
};

const setFault = (line: Building, token: Token & { readonly kind: 'fault' }): void => {
  line.fault ??= token.code;
  line.faultText ??= token.text;
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
  takeSubject(cursor, line);
  takeBracket(cursor, line);
  if (!verbFirst) {
    skipMarks(cursor, ':-–—');
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

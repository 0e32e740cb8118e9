import type { Direction } from '../model/directive.ts';
import type { Cents, Shares } from '../model/units.ts';
import { bareText } from './bare-text.ts';
import type { Columns } from './columns-of.ts';
import type { Instruction } from './instruction.ts';
import { instructionTokens, type Part } from './instruction-tokens.ts';
import { readMoney, readPct, readShares } from './numbers.ts';
import type { Cell, TableRow } from './outline.ts';
import { verbAt } from './verbs.ts';
import type { TargetRole } from './target-columns.ts';

/** Words of an action column that state how things are, not what to do. */
const STATUS =
  /^(?:|[-–—]+|overweight|underweight|ok|on target|neutral|in range|within (?:range|limits?)|at target|balanced|deploy|rebalance|set|target)$/i;
const WEIGHED = /^(?:slightly )?(?:over|under)weight\s*[-–—:/,;→]\s*(?=[a-z])/i;
const STILL = /^(?:no change|none|no action|unchanged|no trade|stay)$/i;

interface Read<T> {
  readonly value?: T;
  readonly fault?: string;
  readonly text: string;
}

const partIn = (text: string): Read<Part> => {
  const reading = readPct(text);
  if (reading.kind === 'absent') return { text };
  if (reading.kind === 'value') return { value: { low: reading.value, high: reading.value, bound: false }, text };
  const tokens = instructionTokens(bareText(text)).filter((token) => token.kind !== 'mark' || !/[(~]/.test(token.text));
  const [token] = tokens;
  if (tokens.length === 1 && token?.kind === 'pct') return { value: token.part, text };
  return { fault: token?.kind === 'fault' ? token.code : reading.code, text };
};

const directionIn = (text: string): { readonly direction?: Direction; readonly fault?: string } => {
  // "Overweight - REDUCE" says how it is, and then what to do.
  const action = bareText(text).replace(WEIGHED, '');
  if (STATUS.test(action)) return {};
  if (STILL.test(action)) return { direction: 'hold' };
  const words = /^[a-z]+(?:[ -][a-z]+){0,2}/i.exec(action)?.[0].split(/[ -]/) ?? [];
  const verb = verbAt(words);
  // "TRIM", "REDUCE (priority 1)": anything else behind the verb is more than a row can say.
  const rest = action
    .replace(/\([^)]*\)/g, '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(verb?.length ?? 0);
  return verb && rest.length === 0 ? { direction: verb.direction } : { fault: 'not-understood' };
};

/** An amount, or the text that was meant as one: it has digits, and nobody can say which number they are. */
const moneyIn = (text: string): { readonly value?: Cents; readonly unread?: Instruction['dollarsUnread'] } => {
  const reading = readMoney(text);
  if (reading.kind === 'value') return { value: reading.value };
  return reading.kind === 'refused' && /\d/.test(text) ? { unread: { text, code: reading.code } } : {};
};

const sharesIn = (text: string): Shares | undefined => {
  const reading = readShares(text.replace(/^\s*[-+\u2212]/, ''));
  return reading.kind === 'value' ? reading.value : undefined;
};

/** Reads a row `Sector | Current % | Target % | Action | Dollar Amount` as the instruction that it stands for. */
export const readTargetRow = (row: TableRow, columns: Columns<TargetRole>): Instruction => {
  const cellOf = (role: TargetRole): Cell | undefined => row.cells[columns[role] ?? -1];
  const cell = (role: TargetRole): string => cellOf(role)?.text ?? '';
  const placed = {
    fromPlace: cellOf('current')?.place ?? row.place,
    dollarsPlace: cellOf('dollars')?.place ?? row.place,
  };
  const action = directionIn(cell('action'));
  const from = partIn(cell('current'));
  const to = partIn(cell('target'));
  const shares = to.value ? undefined : sharesIn(cell('shares'));
  const { value: dollars, unread } = moneyIn(cell('dollars'));
  const fault = to.fault ?? from.fault ?? action.fault;
  const subject = bareText(cell('subject'));
  const bracket = /\(([^()]*)\)$/.exec(subject);
  return {
    subject: bracket ? subject.slice(0, bracket.index).trim() : subject,
    ...(bracket ? { bracket: bracket[1] ?? '' } : {}),
    ...(action.direction !== undefined ? { direction: action.direction } : {}),
    ...(from.value ? { from: from.value } : {}),
    ...(to.value ? { to: to.value } : {}),
    ...(shares === undefined ? {} : { shares }),
    ...(dollars === undefined ? {} : { dollars, dollarsOnly: !to.value && shares === undefined }),
    ...(unread === undefined ? {} : { dollarsUnread: unread }),
    ...placed,
    isTarget: true,
    tail: [],
    ...(fault === undefined
      ? {}
      : {
          fault,
          faultText: to.fault === undefined ? (from.fault === undefined ? cell('action') : from.text) : to.text,
        }),
  };
};

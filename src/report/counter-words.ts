import type {
  CounterChange,
  CounterProposal,
  NoCounterProposal,
  RuleInTheWay,
  Taken,
} from '../model/counter-proposal.ts';
import { dollarText, pointsText, sharesText } from '../model/figures.ts';
import type { Ratio } from '../model/ratio.ts';
import { limitText, pctText } from './format.ts';
import { say } from './say.ts';

const NONE: Ratio = { num: 0n, den: 1n };

const figures = (change: CounterChange): { readonly asked: string; readonly proposed: string } => {
  switch (change.kind) {
    case 'target':
      return {
        asked: limitText(change.asked, change.proposed),
        proposed: limitText(change.proposed, change.asked),
      };
    case 'shares':
      return { asked: sharesText(change.asked), proposed: sharesText(change.proposed) };
    case 'drop':
      return {
        asked: limitText(change.asked, change.stays),
        proposed: pctText(change.stays, { decimals: 2, limit: change.asked }),
      };
    case 'choose':
      return { asked: '', proposed: limitText(change.proposed, NONE) };
    case 'leave-out':
      return { asked: '', proposed: '' };
  }
};

/** One change in words: plain text. */
const changeWords = (change: CounterChange): string =>
  say(`phrases/change-${change.kind}`, {
    ...figures(change),
    subject: change.subject,
    line: change.place.line,
    text: change.text,
  });

/** What a counter-proposal changes, and how far that goes; plain text. */
export interface CounterWords {
  readonly number: number;
  readonly changes: string;
  readonly points: string;
  readonly usd: string;
  /** It moves nothing: lines are left out, and that is all. */
  readonly moves: boolean;
  readonly orders: number;
  readonly several: boolean;
}

const wordsOf = (
  { changes, moved, usd }: Pick<CounterProposal, 'changes' | 'moved' | 'usd'>,
  number: number,
  orders: number,
): CounterWords => ({
  number,
  changes: changes.map(changeWords).join('; '),
  points: pointsText(moved, NONE),
  usd: dollarText(usd),
  moves: moved.num > 0n,
  orders,
  several: orders !== 1,
});

/** Each counter-proposal in words. */
export const counterWords = (proposals: readonly CounterProposal[]): readonly CounterWords[] =>
  proposals.map((one, at) => wordsOf(one, at + 1, one.trades.length));

/** What a plan that is a counter-proposal changes of what was asked, in words. */
export const takenWords = (taken: Taken, orders: number): CounterWords => wordsOf(taken, taken.number, orders);

/** A rule by its code, and of a constraint what it concerns. */
const ruleWords = ({ code, subjects }: RuleInTheWay): string =>
  say('phrases/rule-in-the-way', { code, subjects: subjects.join(', ') });

/** Why there is no counter-proposal, in a sentence or two. */
export const noCounterWords = (none: NoCounterProposal): string => {
  const detail = { first: false, rules: false, nothing: false, names: '', several: false, tried: 0 };
  switch (none.kind) {
    case 'correct-first':
      return say('phrases/no-counter-proposal', { ...detail, first: true, names: none.codes.join(', ') });
    case 'rules':
      return say('phrases/no-counter-proposal', {
        ...detail,
        rules: none.rules.length > 0,
        nothing: none.rules.length === 0,
        names: none.rules.map(ruleWords).join('; '),
        several: none.rules.length !== 1,
      });
    case 'effort':
      return say('phrases/no-counter-proposal', { ...detail, tried: none.tried });
  }
};

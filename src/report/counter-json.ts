import type { CounterChange, CounterProposal, NoCounterProposal, Taken } from '../model/counter-proposal.ts';
import { placeText } from '../model/place.ts';
import type { Ratio } from '../model/ratio.ts';
import { dollarsNumber, pctNumber, priceNumber, sharesNumber } from './json-number.ts';
import type { CounterChangeDocument, CounterProposalDocument, NoCounterProposalDocument } from './plan-document.ts';

/** The figures of a change in their unit: percentages, or shares. */
const figuresOf = (change: CounterChange): Partial<CounterChangeDocument> => {
  const both = (asked: Ratio, proposed: Ratio) => ({
    asked_pct: pctNumber(asked),
    proposed_pct: pctNumber(proposed, asked),
  });
  switch (change.kind) {
    case 'target':
      return both(change.asked, change.proposed);
    case 'drop':
      return both(change.asked, change.stays);
    case 'shares':
      return { asked_shares: sharesNumber(change.asked), proposed_shares: sharesNumber(change.proposed) };
    case 'choose':
      return { proposed_pct: pctNumber(change.proposed) };
    case 'leave-out':
      return {};
  }
};

const changeDocument = (change: CounterChange): CounterChangeDocument => ({
  kind: change.kind,
  subject: change.subject,
  source: placeText(change.place),
  text: change.text,
  ...figuresOf(change),
  moved_points: pctNumber(change.moved),
});

/** What is changed of what was asked, and how far that goes. */
const changedDocument = ({ changes, moved, usd }: Pick<CounterProposal, 'changes' | 'moved' | 'usd'>) => ({
  moved_points: pctNumber(moved),
  moved_value: dollarsNumber(usd),
  changes: changes.map(changeDocument),
});

/** The counter-proposals, in the order of their numbers. */
export const counterDocuments = (proposals: readonly CounterProposal[]): readonly CounterProposalDocument[] =>
  proposals.map((one, at) => ({
    number: at + 1,
    ...changedDocument(one),
    trades: one.trades.map(({ side, ticker, shares, price, value }) => ({
      action: side,
      ticker,
      shares: sharesNumber(shares),
      price: priceNumber(price),
      value: dollarsNumber(value),
    })),
  }));

/** Of a plan that is a counter-proposal: which, and what it changes. */
export const takenDocument = (taken: Taken) => ({ number: taken.number, ...changedDocument(taken) });

/** Why there is no counter-proposal. */
export const noCounterDocument = (none: NoCounterProposal): NoCounterProposalDocument => {
  switch (none.kind) {
    case 'correct-first':
      return { why: none.kind, codes: none.codes };
    case 'rules':
      return { why: none.kind, rules: none.rules.map(({ code, subjects }) => ({ code, subjects })) };
    case 'effort':
      return { why: none.kind, tried: none.tried };
  }
};

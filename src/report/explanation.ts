import type { ResolvedDirective } from '../model/directive.ts';
import type { Effect, Explanation, Otherwise, Rule, Subject } from '../model/explanation.ts';
import { dollarText, sharesText } from '../model/figures.ts';
import { placeText } from '../model/place.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { sectorName } from '../model/sector.ts';
import type { Shares } from '../model/units.ts';
import { worstFirst } from './constraint-line.ts';
import { findingWords } from './finding-words.ts';
import { changeText, pctText } from './format.ts';
import { reasons } from './reasons.ts';
import { say } from './say.ts';
import { targetText } from './target-text.ts';
import { terminalPage, type TerminalOptions } from './terminal-page.ts';
import { whyWords } from './why-words.ts';

/** Cash at each step has one row an order: of the constraint itself only the tightest are worth reading. */
const MOST_FINDINGS = 12;

const title = (subject: Subject, { spelling }: Recommendation): string => {
  switch (subject.kind) {
    case 'ticker':
      return subject.ticker;
    case 'sector':
      return sectorName(subject.sector, spelling);
    case 'directive':
      return `${placeText(subject.resolved.directive.place)} ${subject.resolved.directive.text}`;
    case 'line':
      return `${placeText(subject.line.place)} ${subject.line.text}`;
    case 'constraint':
      return subject.id;
  }
};

const directiveView = (resolved: ResolvedDirective) => {
  const { directive, subject, action, current, target, change } = resolved;
  return {
    place: placeText(directive.place),
    text: directive.text,
    subject,
    action: say('report/action', { action, cash: directive.kind === 'cash' }),
    current: pctText(current, { decimals: 2, limit: target }),
    target: targetText(resolved, target, current),
    change: changeText(change),
  };
};

/** `BUY 40`, `SELL 3`, or no order. */
const orderWords = (shares: Shares): string => {
  if (shares === 0n) return say('phrases/no-order', {});
  return `${shares > 0n ? 'BUY' : 'SELL'} ${sharesText((shares < 0n ? -shares : shares) as Shares)}`;
};

const changeView = ({ ticker, planned, otherwise }: Otherwise) => ({
  ticker,
  planned: orderWords(planned),
  otherwise: orderWords(otherwise),
});

const ruleWords = ({ name, detail }: Rule): string => say(`phrases/rule-${name}`, detail);

const effectView = ({ rules, changes }: Effect) => ({
  rules: rules.map(ruleWords),
  changes: changes.map(changeView),
});

const notTradedView = ({ notTraded }: Explanation, plan: Recommendation): string => {
  if (notTraded === undefined) return '';
  if (notTraded.code !== 'rejected') return say(`phrases/not-traded-${notTraded.code}`, notTraded.detail);
  const own = plan.plan.rejectedPicks.find(({ ticker }) => ticker === notTraded.detail['ticker']);
  return own === undefined
    ? say('phrases/not-traded-no-share-left', notTraded.detail)
    : say(`phrases/rejected-${own.reason}`, own.detail);
};

const lineView = (subject: Subject): object =>
  subject.kind === 'line'
    ? {
        line: {
          class: say('report/line-class', { [subject.line.class]: true }),
          reason: subject.line.reason === undefined ? '' : say(`phrases/line-${subject.line.reason}`, {}),
        },
      }
    : {};

/** What `po explain PLAN SUBJECT` prints. */
export const explanation = (
  of: Explanation,
  plan: Recommendation,
  planId: string,
  options: TerminalOptions,
): string => {
  const { subject, directives, orders, unfilled, suppressed, findings, bound, together, unbound, compared } = of;
  const graver = reasons(plan).filter(({ severity }) => severity === 'block');
  const view = {
    planId,
    verdict: plan.verdict,
    title: title(subject, plan),
    ...lineView(subject),
    directives: directives.map(directiveView),
    orders: orders.map(({ seq, trade }) => ({
      seq,
      side: trade.side,
      shares: sharesText(trade.shares),
      ticker: trade.ticker,
      value: dollarText(trade.value),
      why: whyWords(trade),
    })),
    unfilled: unfilled.map(({ reason, subject: name, value }) =>
      say(`phrases/unfilled-${reason}`, { subject: name, value: dollarText(value) }),
    ),
    suppressed: suppressed.map(({ reason, ticker, side, value }) =>
      say(`phrases/suppressed-${reason}`, { ticker, side, value: dollarText(value) }),
    ),
    notTraded: notTradedView(of, plan),
    blocking: plan.verdict === 'BLOCKED' ? graver.map(({ message }) => message) : [],
    findings: [...findings]
      .sort(worstFirst)
      .slice(0, MOST_FINDINGS)
      .map((one) => findingWords(one, plan.spelling)),
    moreFindings: Math.max(0, findings.length - MOST_FINDINGS),
    bound: bound.map(effectView),
    ...(together === undefined ? {} : { together: effectView(together) }),
    unbound: unbound.map(ruleWords),
    compared,
    judges: subject.kind === 'constraint' && bound.length === 0 && unbound.length === 0,
  };
  return terminalPage('explanation', view, options);
};

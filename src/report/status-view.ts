import { isExcepted } from '../model/exceptions.ts';
import { instantOf } from '../model/instant.ts';
import { dollarText, percentText, priceText, sharesText } from '../model/figures.ts';
import type { Alarm } from '../model/fill.ts';
import type { OrderQuality, Slippage } from '../model/execution-quality.ts';
import type { PlanStatus, Waiting } from '../model/plan-status.ts';
import { totalValue } from '../model/portfolio.ts';
import { weight, type Ratio } from '../model/ratio.ts';
import type { Residual } from '../model/recommendation.ts';
import { roundDivide, writeDecimal, type Cents, type Price } from '../model/units.ts';
import { asItIs } from './as-it-is.ts';
import { constraintLines } from './constraint-line.ts';
import { changeText, pctText } from './format.ts';
import { grantWords, lapsedWords, rejectionWords } from './exception-words.ts';
import { say } from './say.ts';
import { limitPrice } from '../model/limit-price.ts';

/** `+4.8`: basis points, positive where the trader did worse than planned. */
const bpsText = ({ bps }: Pick<Slippage, 'bps'>): string => {
  if (bps === undefined) return '';
  const tenths = roundDivide(bps.num * 10n, bps.den);
  return `${tenths > 0n ? '+' : ''}${writeDecimal(tenths, 1, 1)}`;
};

const averageText = (average: Ratio | undefined): string =>
  average === undefined ? '' : priceText(roundDivide(average.num, average.den) as Price);

const slippage = (measured: Slippage): object => ({
  bps: bpsText(measured),
  dollars: measured.bps === undefined ? '' : changeText(measured.dollars),
});

const orderRow = (quality: OrderQuality): object => {
  const { order, filled, left, average, fees, first, last } = quality;
  return {
    seq: order.seq,
    side: order.side,
    ticker: order.ticker,
    ordered: sharesText(order.shares),
    filled: sharesText(filled),
    left: sharesText(left),
    isOpen: left > 0n,
    average: averageText(average),
    planned: priceText(order.price),
    limit: priceText(limitPrice(order.price, order.side)),
    fees: filled === 0n ? '' : dollarText(fees),
    first: first ?? '',
    last: last ?? '',
    ...slippage(quality),
  };
};

const driftRow = ({ subject, target, achieved, gap }: Residual): object => ({
  subject,
  target: pctText(target, { decimals: 2 }),
  now: pctText(achieved, { decimals: 2, limit: target }),
  gap: dollarText((gap < 0n ? -gap : gap) as Cents),
  isLess: gap > 0n,
  isMore: gap < 0n,
});

/** That a fill is one of several is news when it is recorded; afterwards the tables say how much of the order is left. */
const lasts = ({ code }: Alarm): boolean => code !== 'partial';

const alarmWords = ({ code, detail }: Alarm): string => say(`phrases/alarm-${code}`, detail);

const waitingRow = ({ seq, reported, reason, detail }: Waiting): object => ({
  seq,
  text: reported.text,
  why: say(`phrases/quarantine-${reason}`, detail),
});

/** Minutes until an answer is due; zero or less where it is overdue. */
const minutesLeft = ({ made, now, slaMinutes }: PlanStatus): number =>
  slaMinutes - Math.floor(((instantOf(now) ?? 0) - (instantOf(made) ?? 0)) / 60_000);

/** Whether a plan waits for approval, and who has given it; undefined where it needs none. */
const approvalView = (status: PlanStatus): object | undefined => {
  const { exceptions, routing } = status;
  if (status.verdict !== 'CONDITIONAL' || exceptions === undefined) return undefined;
  const left = minutesLeft(status);
  return {
    excepted: isExcepted(exceptions),
    refusal: rejectionWords(exceptions),
    routing,
    left,
    overdue: left <= 0,
    breaches: exceptions.breaches.map(({ code, subject, grant }) => ({
      code,
      subject,
      by: grant === undefined ? '' : grantWords(grant),
    })),
    lapsed: exceptions.lapsed.map(lapsedWords),
  };
};

/** A number of things, as templates ask for it. */
const count = (of: number): object => ({ count: of, any: of > 0, several: of !== 1 });

/** Everything that a report says about a plan after its orders were typed: plain text, not yet escaped. */
export const statusView = (status: PlanStatus): object => {
  const { quality, actual, account, waiting } = status;
  const total = totalValue(account);
  const alarms = quality.orders
    .flatMap((one) => one.fills.flatMap((fill) => fill.alarms))
    .filter(lasts)
    .map(alarmWords);
  const rows = quality.orders.map(orderRow);
  return {
    planId: status.planId,
    verdict: status.verdict,
    now: status.now,
    approval: approvalView(status),
    mayType: status.verdict === 'SAFE' || isExcepted(status.exceptions),
    rows,
    open: quality.orders.filter(({ left }) => left > 0n).map(orderRow),
    orders: count(rows.length),
    complete: quality.complete,
    isComplete: quality.complete === rows.length,
    filledShare: percentText(quality.filledShare),
    value: dollarText(quality.value),
    fees: dollarText(quality.fees),
    first: quality.first ?? '',
    last: quality.last ?? '',
    total: slippage(quality),
    cash: dollarText(account.cash),
    cashPct: percentText(weight(account.cash, total)),
    account: dollarText(total),
    drift: actual.residuals.map(driftRow),
    limits: constraintLines({ findings: actual.findings.map(asItIs), spelling: status.spelling }),
    alarms,
    alarm: count(alarms.length),
    others: quality.others.map(({ text }) => ({ text })),
    waiting: waiting.map(waitingRow),
    wait: count(waiting.length),
  };
};

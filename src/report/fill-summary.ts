import type { JournalEvent } from '../model/event.ts';
import { sharesText, priceText } from '../model/figures.ts';
import type { Alarm, Fill } from '../model/fill.ts';
import type { Doubt } from '../model/fill-check.ts';
import type { Issue } from '../model/issue.ts';
import type { PlanStatus } from '../model/plan-status.ts';
import type { LeftOutRow } from '../model/transactions.ts';
import { foundView } from './found-view.ts';
import { say } from './say.ts';
import { statusView } from './status-view.ts';
import { terminalPage, type TerminalOptions } from './terminal-page.ts';

/** What became of one report; `seq` is the number of its event where it was recorded. */
export type Outcome =
  | { readonly kind: 'recorded'; readonly seq?: number; readonly fill: Fill; readonly notes: readonly Issue[] }
  | { readonly kind: 'known'; readonly text: string; readonly where: 'recorded' | 'quarantined' }
  | ({ readonly kind: 'quarantined'; readonly seq?: number; readonly text: string } & Doubt)
  | { readonly kind: 'refused'; readonly text: string; readonly issues: readonly Issue[] };

/** Everything that `po fill` has to tell. */
export interface FillReport {
  readonly outcomes: readonly Outcome[];
  readonly leftOut: readonly LeftOutRow[];
  /** What was found in the document before: adopted, or edited by hand. */
  readonly found: readonly JournalEvent[];
  readonly status: PlanStatus;
  /** Nothing was recorded: it was only tried. */
  readonly isTrial: boolean;
}

const alarmWords = ({ code, detail }: Alarm): string => say(`phrases/alarm-${code}`, detail);

const orderWords = ({ side, shares, ticker, price, order }: Fill): object => ({
  side,
  shares: sharesText(shares),
  ticker,
  price: priceText(price),
  order: order ?? '',
});

const outcomeView = (outcome: Outcome): object => {
  const event = 'seq' in outcome ? (outcome.seq ?? '') : '';
  if (outcome.kind === 'recorded')
    return { isRecorded: true, event, ...orderWords(outcome.fill), alarms: outcome.fill.alarms.map(alarmWords) };
  if (outcome.kind === 'known')
    return { isKnown: true, text: outcome.text, inQuarantine: outcome.where === 'quarantined' };
  if (outcome.kind === 'refused') return { isRefused: true, text: outcome.text };
  const { text, reason, detail } = outcome;
  return { isQuarantined: true, event, text, why: say(`phrases/quarantine-${reason}`, detail) };
};

const leftOutView = ({ place, reason, detail }: LeftOutRow): object => ({
  line: place.line,
  words: say(`phrases/left-out-${reason}`, detail),
});

/** What `po fill` prints: what became of each report, what was left out of an export, and where the plan stands. */
export const fillSummary = (report: FillReport, options: TerminalOptions): string => {
  const { outcomes, leftOut, found, status, isTrial } = report;
  const view = {
    ...statusView(status),
    isTrial,
    found: found.map(foundView),
    outcomes: outcomes.map(outcomeView),
    leftOut: leftOut.map(leftOutView),
  };
  return terminalPage('fill', view, options);
};

import { placeText } from '../model/place.ts';
import { pctRatio } from '../model/ratio.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { dollarText } from '../model/figures.ts';
import { counterWords, noCounterWords, takenWords, type CounterWords } from './counter-words.ts';
import { limitText } from './format.ts';
import { gate, type Gate } from './gate.ts';
import { flowView, intentWords, type FlowView } from './intent-view.ts';
import { oncePer } from './once-per.ts';
import { pickView } from './pick-view.ts';
import { reasons, type Reason } from './reasons.ts';
import { say } from './say.ts';

/** A reason as people read it; every text is plain, not yet escaped. */
export interface ReasonView {
  readonly code: string;
  readonly subject: string;
  readonly level: string;
  readonly blocks: boolean;
  /** What excepts it, in words; empty where nothing does. */
  readonly excepted: string;
  readonly message: string;
  readonly advice: string;
  readonly place: string;
}

/** A number of things, and whether it takes a plural or none. */
export interface Count {
  readonly count: number;
  readonly any: boolean;
  readonly several: boolean;
}

/** The verdict in figures: what every first screen is made of. */
export interface VerdictFacts {
  readonly verdict: string;
  readonly safe: boolean;
  /** Something still has to be approved: the verdict is CONDITIONAL, and not every breach is excepted. */
  readonly conditional: boolean;
  /** The verdict is CONDITIONAL, and every breach is excepted: SAFE-BY-EXCEPTION. */
  readonly excepted: boolean;
  /** Of the reasons that need approval those that are excepted. */
  readonly granted: Count;
  /** Who said no to the plan, when and why, in words; empty where nobody did. */
  readonly refusal: string;
  /** What would except something but does not count, in words. */
  readonly lapsed: readonly { readonly words: string }[];
  readonly blocked: boolean;
  /** A stock file was judged and none of its picks may be bought. */
  readonly rejected: boolean;
  readonly rejectedTicker: string;
  readonly rejectedFor: string;
  readonly rejectedAdvice: string;
  readonly orders: Count;
  readonly sells: Count;
  readonly buys: Count;
  readonly notes: Count;
  readonly approvals: Count;
  readonly blocks: Count;
  readonly graver: readonly ReasonView[];
  readonly lighter: readonly ReasonView[];
  /** What the person can do where there is nothing to approve an order of; empty elsewhere. */
  readonly advices: string;
  readonly gate: Gate | undefined;
  /** What the person wanted of the plan, in words; empty where nothing was said. */
  readonly intent: string;
  readonly flow: FlowView;
  readonly floorPct: string;
  readonly floorUsd: string;
  readonly openQuestion: boolean;
  readonly approver: string;
  readonly minutes: number;
  /** The smallest counter-proposal, and in words why there is none (empty where there is one, or none is needed). */
  readonly counter: CounterWords | undefined;
  readonly noCounter: string;
  /** What the plan changes of what was asked, where it is a counter-proposal itself. */
  readonly taken: CounterWords | undefined;
}

/** A number of things. */
export const counted = (count: number): Count => ({ count, any: count > 0, several: count !== 1 });

const reasonView = ({ code, subject, severity, short, advice, place }: Reason): ReasonView => ({
  code,
  subject,
  level: say('report/level', { [severity]: true }),
  blocks: severity === 'block',
  excepted: '',
  message: short,
  advice,
  place: place === undefined ? '' : placeText(place),
});

/** The code that says of a rejected pick what its six criteria say in full. */
const REJECTION = 'pick-rejected';

const reasonCounts = (all: readonly Reason[]) => ({
  notes: counted(all.filter(({ severity }) => severity === 'note').length),
  approvals: counted(all.filter(({ severity }) => severity === 'approve').length),
  blocks: counted(all.filter(({ severity }) => severity === 'block').length),
  graver: all.filter(({ severity }) => severity !== 'note').map(reasonView),
  lighter: all.filter(({ severity }) => severity === 'note').map(reasonView),
});

const orderCounts = ({ plan }: Recommendation) => ({
  orders: counted(plan.trades.length),
  sells: counted(plan.trades.filter(({ side }) => side === 'SELL').length),
  buys: counted(plan.trades.filter(({ side }) => side === 'BUY').length),
});

const rejection = ({ workflow, stockValidations, plan }: Recommendation) => {
  const none = workflow === 'validate-stock' && plan.trades.length === 0;
  const rejected = none ? stockValidations.find(({ status }) => status === 'REJECTED') : undefined;
  const pick = rejected === undefined ? undefined : pickView(rejected);
  return {
    rejected: pick !== undefined,
    rejectedTicker: pick?.ticker ?? '',
    rejectedFor: pick?.failed ?? '',
    rejectedAdvice: pick?.advice ?? '',
  };
};

const approval = ({ escalation }: Recommendation) => ({
  openQuestion: escalation?.trigger === 'open_question',
  approver: escalation?.routing ?? '',
  minutes: escalation?.slaMinutes ?? 0,
});

const wayOut = ({ repair, taken, plan }: Recommendation) => ({
  counter: counterWords(repair?.counterProposals ?? [])[0],
  noCounter: repair?.noCounterProposal === undefined ? '' : noCounterWords(repair.noCounterProposal),
  taken: taken === undefined ? undefined : takenWords(taken, plan.trades.length),
});

/** A plan without orders that is not SAFE lacks something: nobody can approve that, but the person can supply it. */
const advices = ({ verdict, plan }: Recommendation, told: readonly Reason[]): string => {
  if (verdict !== 'CONDITIONAL' || plan.trades.length > 0) return '';
  const graver = told.filter(({ severity, advice }) => severity === 'approve' && advice !== '');
  return [...new Set(graver.map(({ advice }) => advice))].join(' ');
};

/** The verdict of a plan that nobody has answered yet, and its reasons, as figures and plain text. */
export const verdictFacts = oncePer((recommendation: Recommendation): VerdictFacts => {
  const { verdict, cashFloor } = recommendation;
  const floor = pctRatio(cashFloor.pct);
  const rejected = rejection(recommendation);
  const told = reasons(recommendation).filter(({ code }) => !rejected.rejected || code !== REJECTION);
  return {
    verdict,
    safe: verdict === 'SAFE',
    conditional: verdict === 'CONDITIONAL',
    excepted: false,
    granted: counted(0),
    refusal: '',
    lapsed: [],
    blocked: verdict === 'BLOCKED',
    ...rejected,
    ...orderCounts(recommendation),
    ...reasonCounts(told),
    advices: advices(recommendation, told),
    gate: gate(recommendation),
    intent: recommendation.intent === undefined ? '' : intentWords(recommendation.intent),
    flow: flowView(recommendation),
    floorPct: limitText(floor, floor),
    floorUsd: dollarText(cashFloor.usd),
    ...approval(recommendation),
    ...wayOut(recommendation),
  };
});

import type { Recommendation } from '../../model/recommendation.ts';
import { adverseWords } from '../adverse-words.ts';
import { constraintLines } from '../constraint-line.ts';
import { counterWords, noCounterWords } from '../counter-words.ts';
import { findingTable } from '../finding-table.ts';
import { inHtml } from '../in-html.ts';
import { orderViews } from '../order-view.ts';
import { pickView } from '../pick-view.ts';
import type { Meta } from '../plan-document.ts';
import { render } from '../render.ts';
import { understoodView } from '../understood-view.ts';
import { verdictView, type VerdictView } from '../verdict-view.ts';
import { allocationBars } from './allocation-bars.ts';
import { cashBars } from './cash-bars.ts';

/** Beyond this many rows a table is folded: the page stays one that a person can look over. */
const FOLD_AFTER = 40;

/** How the verdict looks: what may be done, what needs somebody, what must not be done. */
const toneOf = ({ blocked, rejected, refusal, conditional, excepted }: VerdictView): string =>
  blocked || rejected || refusal !== '' ? 'stop' : conditional || excepted ? 'ask' : 'go';

/** The steps to take, a sentence or two each, without their numbers. */
const stepsOf = (view: VerdictView): readonly string[] =>
  render('partials/what-to-do', view)
    .split('\n')
    .map((line) => line.trim().replace(/^\d+\. /u, ''))
    .filter((line) => line !== '');

const limitTables = ({ findings, spelling }: Recommendation) =>
  [...new Set(findings.map(({ constraint }) => constraint))].map((id) => {
    const table = findingTable(id, findings, spelling);
    return { ...table, count: table.rows.length };
  });

const counterView = ({ repair }: Recommendation) => ({
  counters: counterWords(repair?.counterProposals ?? []),
  noCounter: repair?.noCounterProposal === undefined ? '' : noCounterWords(repair.noCounterProposal),
});

/** report.html: the plan as one page that needs nothing else, for the eye and for the printer. */
export const reportPage = (recommendation: Recommendation, meta: Meta): string => {
  const { now, portfolio, market, stockValidations, rehearsal } = recommendation;
  const verdict = verdictView(recommendation, meta);
  const orders = orderViews(recommendation);
  const view = {
    ...verdict,
    tone: toneOf(verdict),
    steps: stepsOf(verdict),
    sales: orders.filter(({ isSell }) => isSell),
    purchases: orders.filter(({ isSell }) => !isSell),
    allocation: allocationBars(recommendation),
    cash: cashBars(recommendation),
    adverse: adverseWords(recommendation),
    ...counterView(recommendation),
    limits: constraintLines(recommendation),
    tables: limitTables(recommendation),
    lines: understoodView(recommendation),
    picks: stockValidations.map(pickView),
    folded: rehearsal.steps.length > FOLD_AFTER,
    now,
    asOf: portfolio.asOf?.value ?? '',
    marketAsOf: market?.asOf?.value ?? '',
    tool: `${meta.tool.name} ${meta.tool.version}`,
    inputs: meta.inputs,
    config: meta.configSha256,
  };
  return `${render('html/report.html', inHtml(view) as object).trim()}\n`;
};

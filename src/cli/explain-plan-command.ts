import { explain } from '../explain/explain.ts';
import { subjectNamed } from '../explain/subject-named.ts';
import { explanation } from '../report/explanation.ts';
import { readSources } from '../steps/read-sources.ts';
import { EXIT } from './exit-code.ts';
import { layoutOf } from './layout-of.ts';
import { openPlan } from './open-plan.ts';
import { Unusable, type Shell } from './shell.ts';

/** `po explain PLAN SUBJECT`: why the plan is as it is for a ticker, sector, instruction or constraint. Returns the exit code. */
export const explainPlanCommand = async (
  shell: Shell,
  given: string,
  asked: string,
  { portfolio }: { readonly portfolio?: string } = {},
): Promise<number> => {
  const { id, inputs, recommendation: plan, request } = await openPlan(shell, given, portfolio);
  const generated = inputs.workflow === 'rebalance' && inputs.continues === undefined;
  const named = subjectNamed(asked, plan);
  const { sources } = readSources(request, inputs.workflow === 'rebalance');
  if (!('subject' in named) || sources === undefined) {
    const nearest = 'nearest' in named ? named.nearest : undefined;
    const detail = { asked, plan: id, ...(nearest === undefined ? {} : { nearest }) };
    throw new Unusable({ code: 'explain-subject-unknown', level: 'unusable', detail });
  }
  const told = explain({ plan, sources, terms: request, generated }, named.subject);
  shell.out(explanation(told, plan, id, layoutOf(shell)));
  return EXIT.ok;
};

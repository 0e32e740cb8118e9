import type { DecidablePlan } from '../steps/3a-check-decision.ts';
import type { OpenPlan } from './open-plan.ts';

/** What a decision looks at in plan.json. The file is what its inputs give, so it has this shape. */
export const decidable = ({ json }: Pick<OpenPlan, 'json'>): DecidablePlan => JSON.parse(json) as DecidablePlan;

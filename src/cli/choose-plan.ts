import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Unusable, type Shell } from './shell.ts';

const plansBeside = (portfolio: string): string => path.join(path.dirname(portfolio), 'plans');

/** The plan that a person means who names none: the only one beside the portfolio. */
export const choosePlan = (shell: Shell, portfolio: string | undefined): string => {
  const plans = plansBeside(path.resolve(shell.cwd, portfolio ?? 'Portfolio.md'));
  const names = existsSync(plans)
    ? readdirSync(plans).filter((name) => existsSync(path.join(plans, name, 'plan.json')))
    : [];
  const [only, ...others] = names.sort();
  if (only !== undefined && others.length === 0) return path.join(plans, only);
  const detail = { plans: names, any: names.length > 0 };
  throw new Unusable({ code: 'plan-not-named', level: 'unusable', detail });
};

import { expect, it } from 'vitest';
import { judge } from '../../src/validate/judge.ts';
import { escalate } from '../../src/steps/3a-escalate.ts';
import { account, buy, holding, limits, rehearsed } from '../account.ts';

const PORTFOLIO = account('500000', [holding('SPY', 'Funds', '100000'), holding('IVV', 'Other', '400000')]);
const findings = (bought: string) =>
  judge(rehearsed(PORTFOLIO, [buy('SPY', 'Funds', bought)]), limits({ position_limit: { max_pct: 40 } }));
const [KEPT, BREACHED] = [findings('1'), findings('300000.01')];

it.each([
  ['SAFE', KEPT, undefined],
  ['BLOCKED', BREACHED, undefined],
  ['CONDITIONAL', BREACHED, 'constraint_violation'],
  ['CONDITIONAL', KEPT, 'open_question'],
] as const)('%s', (verdict, found, trigger) => {
  expect(escalate(verdict, found, limits())?.trigger).toBe(trigger);
});

it('goes to whom the config names', () => {
  const config = limits({ approvals: { routing: 'Risk desk', sla_minutes: 5 } });
  expect(escalate('CONDITIONAL', BREACHED, config)).toEqual({
    trigger: 'constraint_violation',
    routing: 'Risk desk',
    slaMinutes: 5,
  });
});

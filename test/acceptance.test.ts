// What the product promises about the founding document's own test cases, on the accounts in examples/.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../src/report/plan-document.ts';
import type { StockDocument } from '../src/report/stock-json.ts';
import { inCopyOf, NOW, runPo, type Ran } from './run-po.ts';

const examples = path.join(import.meta.dirname, '../examples');

type Edit = (text: string) => string;

interface Outcome extends Ran {
  readonly plan: PlanDocument;
  readonly files: readonly string[];
  readonly read: (file: string) => string;
}

const replace = (from: string, to: string): Edit => {
  return (text) => {
    if (!text.includes(from)) throw new Error(`the example has no “${from}”`);
    return text.replace(from, to);
  };
};

const edited = (file: string, edits: readonly Edit[]): void => {
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    edits.reduce((before, edit) => edit(before), text),
  );
};

/** Rebalances an example, after editing it or its market file. */
const rebalance = (file: string, edits: readonly Edit[] = [], market: readonly Edit[] = []): Promise<Outcome> =>
  inCopyOf(examples, async (copy) => {
    edited(path.join(copy, file), edits);
    edited(path.join(copy, 'market.json'), market);
    const ran = await runPo(['rebalance', file, '--json', '--now', NOW], copy);
    if (ran.exit === 2)
      return {
        ...ran,
        plan: {} as PlanDocument,
        files: existsSync(path.join(copy, 'plans')) ? ['plans'] : [],
        read: () => '',
      };
    const plan = JSON.parse(ran.out) as PlanDocument;
    const folder = path.join(copy, 'plans', plan.plan_id);
    const texts = new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
    return { ...ran, plan, files: [...texts.keys()], read: (name) => texts.get(name) ?? '' };
  });

const shape = ({ plan }: Outcome) =>
  plan.trades.map(({ action, ticker, shares, price }) => ({ action, ticker, shares, price }));

const weightAfter = ({ plan }: Outcome, sector: string): number =>
  plan.portfolio.after.sectors.find((one) => one.sector === sector)?.pct ?? 0;

describe('test case 1: Materials 46.8 % → 25 %, Technology 6.7 % → 16 %, Healthcare 0 % → 10 %, cash 5 %', () => {
  it('is SAFE with exit 0 and one note, the cash warning', async () => {
    const { plan, exit } = await rebalance('Portfolio.md');
    expect(plan.verdict).toBe('SAFE');
    expect(exit).toBe(0);
    expect(plan.reasons.map(({ code, severity }) => ({ code, severity }))).toEqual([
      { code: 'cash_minimum', severity: 'note' },
    ]);
  });

  it('gives the same trades from bullets and from the producer’s table', async () => {
    const table = await rebalance('Portfolio.md');
    const bullets = await rebalance('Portfolio-bullets.md');
    expect(shape(bullets)).toEqual(shape(table));
    expect(bullets.plan.trades).toEqual(table.plan.trades);
    expect([bullets.plan.verdict, bullets.exit]).toEqual(['SAFE', 0]);
  });

  it('ends with at least 5 % cash, exactly', async () => {
    const { plan } = await rebalance('Portfolio.md');
    const { cash, total_value: total } = plan.portfolio.after;
    expect(BigInt(Math.round(cash * 100)) * 100n >= BigInt(Math.round(total * 100)) * 5n).toBe(true);
  });

  it('brings each named sector within one share price of its target and touches nothing else', async () => {
    const outcome = await rebalance('Portfolio.md');
    const { before, after } = outcome.plan.portfolio;
    for (const [sector, target] of [
      ['Materials', 25],
      ['Technology', 16],
      ['Healthcare', 10],
    ] as const) {
      const prices = outcome.plan.trades.filter((trade) => trade.sector === sector).map(({ price }) => price);
      const value = after.sectors.find((one) => one.sector === sector)?.value ?? 0;
      expect(Math.abs((after.total_value * target) / 100 - value)).toBeLessThan(Math.max(...prices));
    }
    const named = new Set(['Materials', 'Technology', 'Healthcare']);
    const others = (state: typeof before) =>
      state.positions.filter(({ sector }) => !named.has(sector)).map(({ ticker, shares }) => [ticker, shares]);
    expect(others(after)).toEqual(others(before));
    expect(weightAfter(outcome, 'Healthcare')).toBeGreaterThan(9);
  });

  it('never lets cash fall below its start, nor below 5 % once reached', async () => {
    const { plan } = await rebalance('Portfolio.md');
    const path_ = plan.trades.map(({ cash_after_pct }) => cash_after_pct);
    let reached = false;
    for (const pct of path_) {
      expect(pct).toBeGreaterThanOrEqual(reached ? 5 : plan.portfolio.before.cash_pct);
      reached ||= pct >= 5;
    }
    expect(reached).toBe(true);
  });

  it('sells the highest gains first and skips the pick below the minimum conviction', async () => {
    const { plan } = await rebalance('Portfolio.md');
    const sold = plan.trades.filter(({ action }) => action === 'SELL').map(({ ticker }) => ticker);
    expect(new Set(sold)).toEqual(new Set(['KGC', 'NEM', 'SCCO']));
    expect(plan.rejected_picks).toEqual([{ ticker: 'INTC', reason: 'conviction-low' }]);
  });
});

describe('test cases 2 and 3: single picks', () => {
  const validate = (args: readonly string[]) =>
    inCopyOf(examples, async (copy) => {
      const ran = await runPo(['validate-stock', ...args, '--json', '--now', NOW], copy);
      return { ...ran, document: JSON.parse(ran.out) as StockDocument };
    });

  it('approves NVDA at 12 %, conviction 74, on the account with cash, with a ticket', async () => {
    const { exit, document } = await validate(['stocks/nvda.json']);
    expect([document.status, exit]).toEqual(['APPROVED_FOR_PO', 0]);
    expect(document.message).toBe('Stock-Analyst NVDA APPROVED_FOR_PO: All criteria pass');
    const guide = await inCopyOf(examples, async (copy) => {
      await runPo(['validate-stock', 'stocks/nvda.json', '--now', NOW], copy);
      const plans = path.join(copy, 'stocks/plans');
      return readFileSync(path.join(plans, readdirSync(plans)[0] ?? '', 'execution_guide.md'), 'utf8');
    });
    expect(guide).toContain('NVDA');
  });

  it('rejects the same pick on the account of test case 1, for its cash buffer alone', async () => {
    const { exit, document } = await validate(['stocks/nvda.json', '--portfolio', 'Portfolio.md']);
    expect([document.status, document.reasons, exit]).toEqual(['REJECTED', ['cash_buffer'], 20]);
  });

  it('rejects TSLA at 20 %, conviction 55, for both', async () => {
    const { exit, document } = await validate(['stocks/tsla.json']);
    expect([document.status, exit]).toEqual(['REJECTED', 20]);
    expect(document.reasons).toEqual(expect.arrayContaining(['conviction', 'position_size']));
  });
});

describe('plans that are not SAFE', () => {
  it('asks for approval of a directive to 45 % of one sector', async () => {
    const outcome = await rebalance('Portfolio-bullets.md', [
      replace('to 16%', 'to 45%'),
      replace('to 25%', 'to 0%'),
      replace('- Add Healthcare from 0% to 10%', '- Add Healthcare from 0% to 6%'),
    ]);
    expect([outcome.plan.verdict, outcome.exit]).toEqual(['CONDITIONAL', 10]);
    const escalation = JSON.parse(outcome.read('escalation.json')) as Record<string, unknown>;
    expect(Object.keys(escalation)).toEqual([
      'plan_id',
      'trigger',
      'violations',
      'dry_run_report',
      'rebalancing_plan',
      'request',
      'routing',
      'sla_minutes',
    ]);
  });

  it('never buys a restricted pick: an UNFILLED line, CONDITIONAL', async () => {
    const onlyOne: Edit = (text) => {
      const market = JSON.parse(text) as { picks: { ticker: string; sector: string }[] };
      return JSON.stringify({
        ...market,
        picks: market.picks.filter(({ ticker, sector }) => sector !== 'Healthcare' || ticker === 'LLY'),
      });
    };
    const outcome = await rebalance(
      'Portfolio-bullets.md',
      [(text) => `${text}\n## Restricted list\n\n- LLY\n`],
      [onlyOne],
    );
    expect([outcome.plan.verdict, outcome.exit]).toEqual(['CONDITIONAL', 10]);
    expect(outcome.plan.trades.map(({ ticker }) => ticker)).not.toContain('LLY');
    expect(outcome.plan.unfilled.map(({ subject }) => subject)).toEqual(['Healthcare']);
    expect(outcome.read('report.md')).toContain('UNFILLED');
  });

  it('blocks targets that add up to 103 %, and shows the sum', async () => {
    const outcome = await rebalance('Portfolio-bullets.md', [replace('to 25%', 'to 28%')]);
    expect([outcome.plan.verdict, outcome.exit, outcome.plan.trades]).toEqual(['BLOCKED', 20, []]);
    expect(outcome.read('report.md')).toContain('102.99');
  });

  it('blocks contradictory directives and names both places', async () => {
    const outcome = await rebalance('Portfolio-bullets.md', [
      replace('- Add Healthcare', '- Reduce Materials to 30%\n- Add Healthcare'),
    ]);
    expect([outcome.plan.verdict, outcome.exit]).toEqual(['BLOCKED', 20]);
    const reason = outcome.plan.reasons.find(({ code }) => code === 'directive-conflict');
    expect(`${reason?.source ?? ''} ${reason?.message ?? ''}`).toMatch(
      /Portfolio-bullets\.md:34:3.*Portfolio-bullets\.md:32:3/,
    );
  });

  it('refuses an action plan of which nothing is understood, and names the lines', async () => {
    const outcome = await rebalance('Portfolio-bullets.md', [
      (text) => `${text.slice(0, text.indexOf('- Reduce'))}- Do something about 46.8% of it\n- Raise the roof by 10%\n`,
    ]);
    expect(outcome.exit).toBe(2);
    expect(outcome.err).toContain('nothing-understood');
    expect(outcome.err).toContain('Raise the roof by 10%');
    expect(outcome.files).toEqual([]);
  });
});

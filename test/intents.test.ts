// What a person may want of a plan besides its instructions, with figures worked out by hand.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../src/report/plan-document.ts';
import { atDesk, codesOf, EXAMPLE, plansIn, type Desk } from './desk.ts';
import { inCopyOf, NOW, runPo } from './run-po.ts';

const examples = path.join(import.meta.dirname, '../examples');

/** An account of $100,000.00 whose plan keeps a sector. */
const simple = path.join(import.meta.dirname, '../fixtures/mistakes/withdrawal-uncovered');

const planOf = (account: string, ...options: readonly string[]): Promise<PlanDocument> =>
  inCopyOf(account, async (copy) => {
    const { out } = await runPo(['rebalance', 'Portfolio.md', '--json', '--now', NOW, ...options], copy);
    return JSON.parse(out) as PlanDocument;
  });

const plan = (...options: readonly string[]): Promise<PlanDocument> => planOf(examples, ...options);

const orders = ({ trades }: PlanDocument) =>
  trades.map(({ action, ticker, shares }) => `${action} ${shares} ${ticker}`);
const codes = ({ reasons }: PlanDocument) => reasons.map(({ code }) => code);

// The example: $251,575.83, of it cash $6,290.15, Materials $117,802.00, Technology $16,815.32, no Healthcare.
// Targets: Materials 25 %, Technology 16 %, Healthcare 10 %, cash 5 %.

describe('--no-sell', () => {
  it('sells nothing, and tells what the sales would have brought and what cannot be bought without them', async () => {
    const held = await plan('--no-sell');
    expect(orders(held)).toEqual([]);
    expect([held.verdict, held.intent]).toMatchObject([
      'SAFE',
      { kind: 'restraint', no_sell: true, within_band: false },
    ]);
    const usual = await plan();
    const sold = usual.trades.filter(({ action }) => action === 'SELL').reduce((sum, { value }) => sum + value, 0);
    expect(sold).toBe(55_051.1); // 320 NEM, 620 KGC, 21 SCCO
    expect(held.unfilled.map(({ subject, value }) => [subject, value])).toEqual([
      ['Materials', 55_051.1],
      ['Healthcare', 25_157.58], // 10 % of the account
      ['Technology', 23_436.81], // 16 % of the account is 40,252.13, and 16,815.32 are there
    ]);
  });
});

describe('--deposit', () => {
  it('buys the farthest below its target with what the deposit leaves above the floor, and sells nothing', async () => {
    const { trades, portfolio, intent } = await plan('--deposit', '20000');
    // With the deposit the account is 271,575.83; 5 % of it, 13,578.80, stay in cash: 12,711.35 can be spent.
    expect(portfolio.before).toMatchObject({ total_value: 271_575.83, cash: 26_290.15 });
    // Healthcare lacks 27,157.58, Technology 26,636.81, nothing else as much: both end 20,541.52 below.
    const gaps = intent?.aims
      .filter(({ action }) => action === 'BUY')
      .map(({ subject, change_value }) => [subject, change_value]);
    expect(gaps).toEqual([
      ['Healthcare', 6_616.06],
      ['Technology', 6_095.29],
    ]);
    expect(trades.every(({ action }) => action === 'BUY')).toBe(true);
    const spent = trades.reduce((sum, { value }) => sum + value, 0);
    expect(spent).toBeCloseTo(12_395.69, 2);
    expect(portfolio.after.cash).toBe(13_894.46); // 26,290.15 − 12,395.69
  });

  it('says in the report that the cash of the document does not include it', async () => {
    await inCopyOf(examples, async (copy) => {
      await runPo(['rebalance', 'Portfolio.md', '--quiet', '--now', NOW, '--deposit', '20000'], copy);
      const report = readFileSync(
        path.join(copy, 'plans', readdirSync(path.join(copy, 'plans'))[0] ?? '', 'report.md'),
        'utf8',
      );
      expect(report).toContain('the cash of $6,290.15 that the document states does not include it');
      expect(report).toMatch(/\| *Deposit *\| *\$20,000\.00 *\| *\$26,290\.15 *\|/u);
    });
  });

  it('keeps the cash that was there: a deposit of less than is missing to the floor buys nothing', async () => {
    const small = await plan('--deposit', '$5,000'); // 5 % of 256,575.83 is 12,828.80; 11,290.15 are there
    expect(orders(small)).toEqual([]);
    expect(small.verdict).toBe('SAFE');
  });
});

describe('--withdraw', () => {
  it('sells the farthest above its target until the cash is there above the floor of what remains', async () => {
    const { verdict, portfolio, trades, intent } = await plan('--withdraw', '30,000');
    // 221,575.83 remain; 5 % of it, 11,078.80, and the 30,000.00 are 34,788.65 more than there is in cash.
    // Materials is 62,408.04 above its 25 %; the others keep their weights and are 4,692.22 above at most.
    expect(intent?.aims.filter(({ action }) => action === 'SELL')).toMatchObject([
      { subject: 'Materials', change_value: -34_788.65 },
    ]);
    expect(trades.map(({ action, ticker, shares }) => `${action} ${shares} ${ticker}`)).toEqual([
      'SELL 620 KGC',
      'SELL 157 NEM',
    ]);
    // 18,507.00 + 16,382.95 = 34,889.95; 6,290.15 + 34,889.95 − 30,000.00 = 11,180.10
    expect([verdict, portfolio.after.cash, portfolio.after.total_value]).toEqual(['SAFE', 11_180.1, 221_575.83]);
  });

  it('sells nothing where the cash above the floor is enough', async () => {
    // Cash is 17,265.40 of 100,000.00; without 12,000.00 there are 5,265.40, and 5 % of what remains is 4,400.00.
    const enough = await planOf(simple, '--withdraw', '12,000');
    expect([enough.verdict, orders(enough)]).toEqual(['SAFE', []]);
    expect(enough.portfolio.after).toMatchObject({ cash: 5_265.4, total_value: 88_000 });
  });

  it('is BLOCKED where more is withdrawn than there is', async () => {
    const all = await plan('--withdraw', '251,575.84');
    expect(all.verdict).toBe('BLOCKED');
    expect(codes(all)).toContain('withdrawal-uncovered');
  });
});

describe('--within-band', () => {
  it('trades to the edge of the narrower band: 5 points, or a quarter of the target', async () => {
    const { intent, portfolio, verdict } = await plan('--within-band');
    expect(verdict).toBe('SAFE');
    expect(intent?.aims.map(({ subject, target_pct }) => [subject, target_pct])).toEqual([
      ['Cash', 5],
      ['Healthcare', 7.5], // 10 − 2.5
      ['Materials', 30], // 25 + 5
      ['Technology', 12], // 16 − 4
    ]);
    const after = (sector: string) => portfolio.after.sectors.find((one) => one.sector === sector)?.pct ?? 0;
    expect([after('Materials') <= 30, after('Technology') <= 12, after('Healthcare') <= 7.5]).toEqual([
      true,
      true,
      true,
    ]);
    expect([after('Materials') > 29.9, after('Technology') > 11.8, after('Healthcare') > 7.3]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('together with --no-sell only buys', async () => {
    const both = await plan('--within-band', '--no-sell');
    expect(both.trades.filter(({ action }) => action === 'SELL')).toEqual([]);
    expect(both.unfilled.map(({ subject }) => subject)).toContain('Materials');
  });
});

/** Makes a plan with an intent, and gives its id. */
const planAt = async ({ po, folder, plan: first }: Desk, ...options: readonly string[]): Promise<string> => {
  await po('rebalance', 'Portfolio.md', '--quiet', ...options);
  return plansIn(folder).find((id) => id !== first) ?? '';
};

describe('the record', () => {
  it.each([['--no-sell'], ['--deposit', '20000'], ['--withdraw', '30000.50'], ['--within-band']])(
    'replays %s byte for byte, and explains it',
    async (...options) => {
      await atDesk(EXAMPLE, async (desk) => {
        const id = await planAt(desk, ...options);
        expect((await desk.po('replay', id)).exit).toBe(0);
        expect((await desk.po('explain', id, 'NEM')).exit).toBe(0);
      });
    },
  );

  it('replans a deposit that is on its way to the same end, and one that has arrived without counting it twice', async () => {
    await atDesk(EXAMPLE, async (desk) => {
      const id = await planAt(desk, '--deposit', '20000');
      await desk.po('fill', id, '--order', '1', '--shares', '2', '--price', '1085.19');
      const open = await desk.po('replan', id, '--json');
      expect((JSON.parse(open.out) as PlanDocument).portfolio.after.cash).toBe(13_894.46);
      expect(codesOf(open)).toEqual(['flow-open']);
      desk.edit('Portfolio.md', '$4,119.77', '$24,119.77');
      const arrived = await desk.po('replan', id, '--json', '--as-it-stands');
      const { portfolio, plan_id } = JSON.parse(arrived.out) as PlanDocument;
      expect([portfolio.before.cash, portfolio.after.cash]).toEqual([24_119.77, 13_894.46]);
      expect(codesOf(arrived)).toContain('flow-arrived');
      expect((await desk.po('replay', plan_id)).exit).toBe(0);
    });
  });
});

// The whole story: a plan, its orders filled in parts and told in every way, and the account after it.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { atDesk, CONDITIONAL, EXAMPLE, plansIn, type Desk } from '../desk.ts';

interface Trade {
  readonly seq: number;
  readonly action: 'SELL' | 'BUY';
  readonly ticker: string;
  readonly shares: number;
  readonly price: number;
}

/** The orders of a plan, as programs read them. */
const orders = (desk: Desk, plan = desk.plan): readonly Trade[] =>
  (JSON.parse(desk.read(path.join('plans', plan, 'trade_list.json'))) as { readonly trades: readonly Trade[] }).trades;

/** All that is left of a plan, in words. */
const inWords = (trades: readonly Trade[]): string =>
  trades
    .map(
      ({ action, ticker, shares, price }) => `${action === 'SELL' ? 'SOLD' : 'BOUGHT'} ${shares} ${ticker} @ ${price}`,
    )
    .join('\n');

/** E*TRADE's export of transactions from about 2025 on. */
const exported = (rows: readonly string[]): string =>
  [
    'All Transactions Activity Types',
    '',
    'Account Activity for Individual Brokerage -1234 from Current Year',
    '',
    'Total:,0',
    '',
    'Activity/Trade Date,Transaction Date,Settlement Date,Activity Type,Description,Symbol,Cusip,Quantity #,Price $,Amount $,Commission,Category,Note',
    ...rows,
  ].join('\n');

const row = ({ action, ticker, shares, price }: Trade): string => {
  const [type, sign, flow] = action === 'SELL' ? ['Sold', '-', ''] : ['Bought', '', '-'];
  const amount = (Math.round(shares * price * 100) / 100).toFixed(2);
  return `01/08/26,01/08/26,01/09/26,${type},${ticker} COM,${ticker},--,${sign}${shares},${price},${flow}${amount},0.0,--,--`;
};

describe('the story of a plan', () => {
  it('ends in a Portfolio.md that asks for nothing more', async () => {
    await atDesk(EXAMPLE, async (desk) => {
      const [first, second, third, ...purchases] = orders(desk);
      if (first === undefined || second === undefined || third === undefined) throw new Error('three sales');

      const partial = await desk.po('fill', desk.plan, '--order', '1', '--shares', '100', '--price', '104.35');
      expect(partial).toMatchObject({ exit: 0, err: '' });
      expect(partial.out).toContain('The record begins: event 1 holds the portfolio as it is.');
      expect(partial.out).toContain('recorded SELL 100 NEM at $104.35, order 1 (event 2)');
      expect(partial.out).toContain('100 of 320 shares, 220 left');
      expect(desk.read('Portfolio.md')).toMatch(/\| NEM \| Newmont Corporation \| 220 \|/u);

      const rest = await desk.po('fill', 'SOLD 220 NEM @ $104.35');
      expect(rest).toMatchObject({ exit: 0, err: '' });
      expect(rest.out).toContain('1 of 9 orders complete');
      expect(desk.read('Portfolio.md')).not.toContain('Newmont');

      expect(await desk.pipe(`${inWords([second])}\n`, 'fill', '-')).toMatchObject({ exit: 0, err: '' });
      desk.write(
        'transactions.csv',
        exported([row(third), '01/08/26,01/08/26,,Dividend,JPM,JPM,--,--,--,30,--,--,--']),
      );
      const read = await desk.po('fill', '--csv', 'transactions.csv');
      expect(read).toMatchObject({ exit: 0, err: '' });
      expect(read.out).toContain('Left out of the export\n  line 9  JPM: a dividend (30), no trade');

      const last = await desk.po('fill', ...inWords(purchases).split('\n'));
      expect(last).toMatchObject({ exit: 0, err: '' });
      expect(last.out).toMatch(/Plan \w+: complete\./u);

      const status = await desk.po('status');
      expect(status).toMatchObject({ exit: 0, err: '' });
      expect(status.out).toContain(`Plan ${desk.plan} (SAFE): complete`);
      expect(status.out).not.toMatch(/Left to type|To look at|quarantine/u);
      expect(status.out).toContain('Cash is $13,054.32, 5.19% of $251,575.83.');
      expect(await desk.po('verify')).toMatchObject({ exit: 0, err: '' });
      expect(await desk.po('replay', desk.plan)).toMatchObject({ exit: 0, err: '' });

      const again = await desk.po('rebalance', 'Portfolio.md', '--json');
      expect(again.exit).toBe(0);
      expect(JSON.parse(again.out)).toMatchObject({ verdict: 'SAFE', trades: [], unfilled: [] });
    });
  });

  it('of a plan that needs approval tells of it everywhere, and ends the same way', async () => {
    await atDesk(CONDITIONAL, async (desk) => {
      const approved = await desk.po('approve', desk.plan, '--by', 'Master-Architect', '--reason', 'for a week');
      expect(approved).toMatchObject({ exit: 0, err: '' });
      expect(approved.out).toContain('SAFE-BY-EXCEPTION');
      const filled = await desk.pipe(inWords(orders(desk)), 'fill', '-');
      expect(filled).toMatchObject({ exit: 0, err: '' });
      expect(filled.out).not.toContain('no approval');
      expect((await desk.po('status')).out).toContain('SAFE-BY-EXCEPTION');
      expect(await desk.po('verify')).toMatchObject({ exit: 0, err: '' });
      const again = await desk.po('rebalance', 'Portfolio.md', '--json');
      expect(JSON.parse(again.out)).toMatchObject({ trades: [] });
    });
  });

  it('writes three reports into the folder of the plan, each for its reader', async () => {
    await atDesk(EXAMPLE, async (desk) => {
      await desk.po('fill', 'SOLD 100 NEM @ 104.30');
      const report = (name: string): string => desk.read(path.join('plans', desk.plan, name)).replaceAll(/ +/gu, ' ');
      expect(report('post_trade_report.md')).toContain(
        '| 1 | SELL | NEM | 320 | 100 | 220 | $104.30 | $104.35 | +4.8 | +$5.00 | $0.00 |',
      );
      expect(report('exception_brief.md')).toContain('# Exception brief');
      expect(report('holdings_update.md')).toContain('| NEM | Materials | 320 | 220 | 13.27% |');
      expect(await desk.po('replay', desk.plan)).toMatchObject({ exit: 0 });
    });
  });

  it.each([60, 100])('fits into %i columns', async (width) => {
    await atDesk(EXAMPLE, async (desk) => {
      const { runPo } = await import('../run-po.ts');
      const now = ['--now', '2026-01-08T16:00:00-05:00'];
      const pages = [
        await runPo(['fill', 'SOLD 100 NEM @ 104.30; SOLD 9 ZZZ @ 4', ...now], desk.folder, { width }),
        await runPo(['status', ...now], desk.folder, { width }),
        await runPo(['journal'], desk.folder, { width }),
        await runPo(['fill', 'SOLD 100 XYZ', ...now], desk.folder, { width }),
        await runPo(['resolve', '3', '--dismiss', '--reason', 'a slip', ...now], desk.folder, { width }),
      ];
      const long = pages.flatMap(({ out, err }) => `${out}${err}`.split('\n')).filter((line) => line.length > width);
      expect(long).toEqual([]);
    });
  });
});

describe('po replan', () => {
  it('with unchanged prices plans exactly what is left', async () => {
    await atDesk(EXAMPLE, async (desk) => {
      await desk.po('fill', 'SOLD 100 NEM @ 104.35; SOLD 620 KGC @ 29.85');
      const replanned = await desk.po('replan', '--json');
      expect(replanned).toMatchObject({ exit: 0, err: '' });
      const left = (JSON.parse(replanned.out) as { readonly trades: readonly Trade[] }).trades;
      const expected = orders(desk)
        .filter(({ ticker }) => ticker !== 'KGC')
        .map((order) => (order.ticker === 'NEM' ? { ...order, shares: 220 } : order));
      const essence = ({ action, ticker, shares, price }: Trade) => ({ action, ticker, shares, price });
      expect(left.map(essence)).toEqual(expected.map(essence));
      expect(plansIn(desk.folder)).toHaveLength(2);
    });
  });
});

describe('a plan', () => {
  it('has to be named where there are several', async () => {
    await atDesk(EXAMPLE, async (desk) => {
      desk.edit('Portfolio.md', 'Nothing else changes.', 'Nothing else.');
      await desk.po('rebalance', 'Portfolio.md', '--quiet');
      const plans = plansIn(desk.folder);
      expect(plans).toHaveLength(2);
      for (const args of [['status'], ['fill', 'SOLD 1 NEM @ 104.35'], ['replan']]) {
        const { exit, err } = await desk.po(...args);
        expect([exit, err]).toEqual([2, expect.stringContaining('error plan-not-named')]);
        for (const plan of plans) expect(err).toContain(plan);
      }
      expect((await desk.po('fill', desk.plan, 'SOLD 1 NEM @ 104.35')).exit).toBe(0);
    });
  });

  it('is found beside a portfolio that is named from elsewhere', async () => {
    await atDesk(EXAMPLE, async (desk) => {
      const { runPo } = await import('../run-po.ts');
      const portfolio = path.join(desk.folder, 'Portfolio.md');
      const away = (...args: readonly string[]) =>
        runPo([...args, '--portfolio', portfolio], path.join(desk.folder, 'stocks'));
      const now = ['--now', '2026-01-08T16:00:00-05:00'];
      expect(await away('fill', desk.plan, 'SOLD 320 NEM @ 104.35', ...now)).toMatchObject({ exit: 0, err: '' });
      expect(await away('status', ...now)).toMatchObject({ exit: 0, err: '' });
      expect(await away('journal')).toMatchObject({ exit: 0, err: '' });
      expect(await away('verify')).toMatchObject({ exit: 0, err: '' });
    });
  });

  it.each([
    ['plan.json', 'Newmont|104\\.35', 'plan-changed'],
    ['inputs.json', '104\\.35', 'plan-changed'],
  ])('whose %s was changed is not booked against, and not approved', async (file, from, code) => {
    await atDesk(EXAMPLE, async (desk) => {
      desk.edit(path.join('plans', desk.plan, file), new RegExp(from, 'u'), '104.36');
      for (const args of [
        ['fill', 'SOLD 1 NEM @ 104.35'],
        ['status'],
        ['approve', desk.plan, '--by', 'Master-Architect', '--reason', 'x'],
      ]) {
        const { exit, err } = await desk.po(...args);
        expect([exit, err]).toEqual([3, expect.stringContaining(`error ${code}`)]);
      }
    });
  });

  it('with the name of another one is not found, nor read as a fill', async () => {
    await atDesk(EXAMPLE, async (desk) => {
      const { exit, err } = await desk.po('fill', '0123456789ab', 'SOLD 1 NEM @ 104.35');
      expect([exit, err]).toEqual([2, expect.stringContaining('error plan-not-found')]);
    });
  });
});

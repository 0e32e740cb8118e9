import { expect, test } from 'vitest';
import { price } from '../../src/model/units.ts';
import { dryRun } from '../../src/steps/2-dry-run.ts';
import { some } from './chance.ts';
import { runOf } from './plan-run.ts';
import { told, tradesOf } from './property.ts';
import { worlds } from './random-world.ts';
import { DAY } from './world.ts';
const G = { pass: 0, note: 0, approve: 1, block: 2 } as const;
const graveAt = (run: any, ticker: string, at: bigint) => {
  const re = (one: any) => (one.ticker === ticker ? { ...one, price: price(at) } : one);
  const { findings } = dryRun({ portfolio: { cash: run.sources.portfolio.cash, holdings: run.sources.portfolio.holdings.map(re) }, trades: tradesOf(run).map(re), restrictions: run.sources.restrictions, config: run.config, day: DAY });
  return new Map(findings.map((f: any) => [`${f.constraint} ${f.subject}`, (G as any)[f.level]]));
};
test('scratch', () => {
  let n = 0; const out: string[] = []; let t = 0;
  for (const world of some(worlds, Number(process.env.N ?? 200))) {
    const t0 = performance.now();
    const run = runOf(world); t += performance.now() - t0;
    for (const [i, trade] of tradesOf(run).entries()) {
      n += 1;
      const base = graveAt(run, trade.ticker, trade.price);
      const lost = (at: bigint) => [...graveAt(run, trade.ticker, at)].filter(([k, g]) => (g as number) > ((base.get(k) as number) ?? 0)).map(([k]) => k);
      const { lowest, highest } = run.result.priceRanges[i]!;
      const lo = lowest ?? (trade.price + 99n) / 100n, hi = highest ?? trade.price * 100n;
      for (const at of [lo, hi, lo + 1n, hi - 1n, (lo + hi) / 2n, (lo + trade.price) / 2n]) { if (at < lo || at > hi) continue; const l = lost(at); if (l.length) out.push(`${told(trade)} [${lo},${hi}] inside ${at}: ${l}`); }
      if (highest !== undefined) { const tick = highest >= 10_000n ? 100n : 1n; const all = [tick, 2n * tick].flatMap((d) => lost(highest + d)); if (!all.length) out.push(`${told(trade)} nothing beyond high ${highest} in world cash ${world.cash} fee ${world.settings.trading.fee_per_order_usd}`); }
      if (lowest !== undefined) { const tick = lowest > 10_000n ? 100n : 1n; const all = [tick, 2n * tick].flatMap((d) => lost(lowest - d)); if (!all.length) out.push(`${told(trade)} nothing beyond low ${lowest} fee ${world.settings.trading.fee_per_order_usd}`); }
    }
    if (out.length > 8) break;
  }
  console.log(n, t.toFixed(0), out.length); console.log(out.join('\n'));
  expect(out).toEqual([]);
});

import fc from 'fast-check';
import { test } from 'vitest';
import { worlds } from './random-world.ts';
import { runOf, type Run } from './plan-run.ts';
import { tradesOf, told } from './property.ts';
import { dryRun } from '../../src/steps/2-dry-run.ts';
import { DAY } from './world.ts';
const breachedAt = ({ sources, config }: Run, trades: any, ticker: string, at: bigint): Set<string> => {
  const re = (one: any) => one.ticker === ticker ? { ...one, price: at } : one;
  const { findings } = dryRun({ portfolio: { cash: sources.portfolio.cash, holdings: sources.portfolio.holdings.map(re) }, trades: trades.map(re), restrictions: sources.restrictions, config, day: DAY });
  return new Set(findings.filter(({ level }) => level === 'approve' || level === 'block').map(({ constraint, subject }) => `${constraint} ${subject}`));
};
test('r', () => {
  let n = 0; const hist: Record<string, number> = {};
  for (const w of fc.sample(worlds, { numRuns: 300, seed: 5 })) {
    const run = runOf(w);
    tradesOf(run).forEach((t, i) => {
      const r = run.result.priceRanges[i]!;
      const before = breachedAt(run, tradesOf(run), t.ticker, t.price);
      const lost = (at: bigint) => [...breachedAt(run, tradesOf(run), t.ticker, at)].some(x => !before.has(x));
      for (const [k, b, dir] of [['low', r.lowest, -1n], ['high', r.highest, 1n]] as const) {
        if (b === undefined) { 
          // no bound: test
          const far = dir < 0n ? 1n : t.price * 1000n;
          const key = k + ' none ' + (lost(far) ? 'BUT LOST' : 'ok'); hist[key] = (hist[key] ?? 0) + 1;
          if (lost(far)) console.log(told(t), k, 'none but lost at', far, [...breachedAt(run, tradesOf(run), t.ticker, far)].filter(x => !before.has(x)));
          continue; }
        n++;
        const tk = b > 10000n ? 100n : 1n;
        let label = '>2x';
        for (const [name, d] of [['1tick', tk], ['3tick', 3n*tk], ['0.1%', b/1000n], ['1%', b/100n], ['10%', b/10n], ['2x', b/2n]] as const) { const at = b + dir * d; if (at > 0n && lost(at)) { label = name; break; } }
        const ratio = Number(b) / Number(t.price); const rr = ratio < 0.5 ? 'far' : ratio < 2 ? 'near' : 'far';
        const key = `${k} ${rr} ${label}`; hist[key] = (hist[key] ?? 0) + 1;
        if (label === '>2x' || label === '2x') console.log(told(t), k, b, w.holdings.length);
      }
    });
  }
  console.log(n, hist);
});

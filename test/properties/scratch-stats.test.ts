import fc from 'fast-check';
import { test } from 'vitest';
import { worlds } from '/work/main/test/properties/random-world.ts';
import { runOf } from '/work/main/test/properties/plan-run.ts';
test('stats', () => {
  const c: Record<string, number> = {};
  const add = (k: string) => { c[k] = (c[k] ?? 0) + 1; };
  const sample = fc.sample(worlds, { numRuns: 2000, seed: 1 });
  let t0 = performance.now();
  let worst = 0;
  for (const w of sample) {
    const t = performance.now();
    const { result } = runOf(w);
    worst = Math.max(worst, performance.now() - t);
    add('verdict ' + result.verdict);
    if (result.plan.trades.length > 0) add(`verdict-with-trades ${result.verdict}`);
    add('trades ' + Math.min(12, result.plan.trades.length));
    if (result.plan.trades.some(t => t.side === 'BUY')) add('has buys');
    for (const k of new Set(result.issues.map(i => 'issue ' + i.code + ' ' + i.level))) add(k);
    for (const k of new Set(result.findings.filter(f => f.level !== 'pass').map(i => 'finding ' + i.constraint + ' ' + i.level))) add(k);
    for (const k of new Set(result.plan.rejectedPicks.map(i => 'rejected ' + i.reason))) add(k);
    for (const k of new Set(result.plan.suppressed.map(i => 'suppressed ' + i.side + i.reason))) add(k);
    if (result.priceRanges.some(r => r.lowest !== undefined)) add('has lowest');
    if (result.priceRanges.some(r => r.highest !== undefined)) add('has highest');
    add('holdings ' + Math.floor(w.holdings.length / 10));
  }
  console.log(performance.now() - t0, 'ms', 'worst', worst);
  console.log(Object.entries(c).sort().map(([k, v]) => `${k}: ${v}`).join('\n'));
});

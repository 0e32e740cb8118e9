import fc from 'fast-check';
import { test } from 'vitest';
import { worlds } from './random-world.ts';
import { runOf } from './plan-run.ts';
import { isRound, type World } from './world.ts';
import { tradesOf, told } from './property.ts';
const scaled = (world: World, k: number): World => ({
  ...world,
  cash: world.cash * k,
  holdings: world.holdings.map((h) => ({ ...h, price: h.price * k, ...(h.cost === undefined ? {} : { cost: h.cost * k }) })),
  picks: world.picks.map((p) => (p.price === undefined ? p : { ...p, price: p.price * k })),
  settings: { ...world.settings,
    cash_minimum: { ...world.settings.cash_minimum, min_usd: (Math.round(world.settings.cash_minimum.min_usd * 100) * k) / 100 },
    trading: { ...world.settings.trading, min_trade_usd: world.settings.trading.min_trade_usd * k, fee_per_order_usd: (Math.round(world.settings.trading.fee_per_order_usd * 100) * k) / 100 } } });
test('freq', () => {
  let n = 0, bad = 0;
  for (const w of fc.sample(worlds.filter(isRound), { numRuns: 2000, seed: 5 })) {
    const a = runOf(w);
    if (!a.result.plan.trades.some(t => t.side === 'BUY')) continue;
    for (const k of [2, 10, 997]) {
      n++;
      const b = runOf(scaled(w, k));
      const s = (r: typeof a) => tradesOf(r).map(t => `${t.side} ${t.ticker} ${t.shares}`).sort().join('\n');
      if (s(a) !== s(b)) { bad++; if (bad < 12) console.log('k', k, s(a).split('\n').filter(x => !s(b).includes(x)).join(' | '), '  VS  ', s(b).split('\n').filter(x => !s(a).includes(x)).join(' | ')); }
    }
  }
  console.log(n, bad);
});

import { test } from 'vitest';
import { some } from '../properties/chance.ts';
import { runOf } from '../properties/plan-run.ts';
import { worlds } from '../properties/random-world.ts';
import { NOW } from '../properties/world-sources.ts';
import { situationOf } from '../../src/repair/situation.ts';
import { search } from '../../src/repair/search.ts';



test('try', () => {
  const rows: any[] = []; let tp = 0, np = 0, tc = 0; let incomplete = 0;
  for (const world of some(worlds, 700)) {
    const { result, sources, config } = runOf(world);
    if (result.verdict === 'SAFE') continue;
    const sit = situationOf({ plan: result, sources, terms: { config, now: NOW }, read: [] });
    if (sit.obstacles.length) continue;
    const t = performance.now();
    const s = search(sit);
    const d = performance.now() - t;
    if (!s.complete) incomplete++;
    rows.push({ h: world.holdings.length, d, tried: s.tried, dirs: result.directives.length, safe: s.safe.length });
  }
  rows.sort((a, b) => b.d - a.d);
  console.log(rows.slice(0, 12), 'plan ms', tp / np, 'changes ms', tc / np, 'median', rows[rows.length >> 1].d, 'p90', rows[rows.length / 10 | 0].d, { incomplete, n: rows.length });
}, 600000);

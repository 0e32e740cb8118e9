import { test } from 'vitest';
import { Session } from 'node:inspector/promises';
import { some } from '../properties/chance.ts';
import { runOf } from '../properties/plan-run.ts';
import { worlds } from '../properties/random-world.ts';
import { NOW } from '../properties/world-sources.ts';
import { situationOf } from '../../src/repair/situation.ts';
import { search } from '../../src/repair/search.ts';

test('prof', async () => {
  const sits = some(worlds, 400).map(runOf).filter(({ result }) => result.verdict !== 'SAFE').map(({ result, sources, config }) => situationOf({ plan: result, sources, terms: { config, now: NOW }, read: [] }));
  const s = new Session(); s.connect(); await s.post('Profiler.enable'); await s.post('Profiler.start');
  for (const one of sits) if (one.obstacles.length === 0) search(one);
  const { profile } = await s.post('Profiler.stop') as any;
  const self = new Map<string, number>(); const dt = profile.timeDeltas; const byId = new Map(profile.nodes.map((n: any) => [n.id, n]));
  const parent = new Map<number, number>(); for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id);
  const tot = new Map<string, number>();
  profile.samples.forEach((id: number, i: number) => {
    const n: any = byId.get(id); const k = n.callFrame.functionName + ' ' + n.callFrame.url.split('/').slice(-2).join('/');
    self.set(k, (self.get(k) ?? 0) + dt[i]);
    const seen = new Set<string>(); for (let x: number | undefined = id; x !== undefined; x = parent.get(x)) { const m: any = byId.get(x); const kk = m.callFrame.functionName + ' ' + m.callFrame.url.split('/').slice(-2).join('/'); if (!seen.has(kk)) { seen.add(kk); tot.set(kk, (tot.get(kk) ?? 0) + dt[i]); } }
  });
  const top = (m: Map<string, number>) => [...m].sort((a, b) => b[1] - a[1]).slice(0, 32).map(([k, v]) => `${(v / 1000).toFixed(0)} ${k}`).join('\n');
  console.log('SELF\n' + top(self) + '\nTOTAL\n' + top(tot));
}, 600000);
